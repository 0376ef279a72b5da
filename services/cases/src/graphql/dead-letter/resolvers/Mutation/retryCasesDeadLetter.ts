import { retryDeadLetter } from '@onewindow/subgraph';
import type { MutationResolvers } from './../../../types.generated.ts';

export const retryCasesDeadLetter: NonNullable<MutationResolvers['retryCasesDeadLetter']> = (
  _parent,
  { input },
  context,
) => retryDeadLetter(context, input);
