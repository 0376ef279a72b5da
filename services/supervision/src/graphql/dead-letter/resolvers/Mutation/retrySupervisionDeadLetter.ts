import { retryDeadLetter } from '@onewindow/subgraph';
import type { MutationResolvers } from './../../../types.generated.ts';

export const retrySupervisionDeadLetter: NonNullable<
  MutationResolvers['retrySupervisionDeadLetter']
> = (_parent, { input }, context) => retryDeadLetter(context, input);
