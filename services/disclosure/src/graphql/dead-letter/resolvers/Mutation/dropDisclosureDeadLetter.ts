import { dropDeadLetter } from '@onewindow/subgraph';
import type { MutationResolvers } from './../../../types.generated.ts';

export const dropDisclosureDeadLetter: NonNullable<
  MutationResolvers['dropDisclosureDeadLetter']
> = (_parent, { input }, context) => dropDeadLetter(context, input);
