import { dropDeadLetter } from '@onewindow/subgraph';
import type { MutationResolvers } from './../../../types.generated.ts';

export const dropSupervisionDeadLetter: NonNullable<
  MutationResolvers['dropSupervisionDeadLetter']
> = (_parent, { input }, context) => dropDeadLetter(context, input);
