import { listDeadLetters } from '@onewindow/subgraph';
import type { QueryResolvers } from './../../../types.generated.ts';

export const windowsDeadLetters: NonNullable<QueryResolvers['windowsDeadLetters']> = (
  _parent,
  args,
  context,
) => listDeadLetters(context, args);
