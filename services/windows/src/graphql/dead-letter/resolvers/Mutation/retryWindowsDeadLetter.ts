import { retryDeadLetter } from '@onewindow/subgraph';
import type { MutationResolvers } from './../../../types.generated.ts';

export const retryWindowsDeadLetter: NonNullable<MutationResolvers['retryWindowsDeadLetter']> = (
  _parent,
  { input },
  context,
) => retryDeadLetter(context, input);
