import { listDeadLetters } from '@onewindow/subgraph';
import type { QueryResolvers } from './../../../types.generated.ts';

export const itemsDeadLetters: NonNullable<QueryResolvers['itemsDeadLetters']> = (
  _parent,
  args,
  context,
) => listDeadLetters(context, args);
