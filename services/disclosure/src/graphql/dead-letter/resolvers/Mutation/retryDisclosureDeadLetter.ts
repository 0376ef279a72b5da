import { retryDeadLetter } from '@onewindow/subgraph';
import type { MutationResolvers } from './../../../types.generated.ts';

export const retryDisclosureDeadLetter: NonNullable<
  MutationResolvers['retryDisclosureDeadLetter']
> = (_parent, { input }, context) => retryDeadLetter(context, input);
