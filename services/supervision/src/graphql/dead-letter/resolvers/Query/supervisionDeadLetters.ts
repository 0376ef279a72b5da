import { listDeadLetters } from '@onewindow/subgraph';
import type { QueryResolvers } from './../../../types.generated.ts';

export const supervisionDeadLetters: NonNullable<QueryResolvers['supervisionDeadLetters']> = (
  _parent,
  args,
  context,
) => listDeadLetters(context, args);
