import { dropDeadLetter } from '@onewindow/subgraph';
import type { MutationResolvers } from './../../../types.generated.ts';

export const dropItemsDeadLetter: NonNullable<MutationResolvers['dropItemsDeadLetter']> = (
  _parent,
  { input },
  context,
) => dropDeadLetter(context, input);
