import { retryDeadLetter } from '@onewindow/subgraph';
import type { MutationResolvers } from './../../../types.generated.ts';

export const retryItemsDeadLetter: NonNullable<MutationResolvers['retryItemsDeadLetter']> = (
  _parent,
  { input },
  context,
) => retryDeadLetter(context, input);
