import { listDeadLetters } from '@onewindow/subgraph';
import type { QueryResolvers } from './../../../types.generated.ts';

export const casesDeadLetters: NonNullable<QueryResolvers['casesDeadLetters']> = (
  _parent,
  args,
  context,
) => listDeadLetters(context, args);
