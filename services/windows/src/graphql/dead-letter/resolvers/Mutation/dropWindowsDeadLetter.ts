import { dropDeadLetter } from '@onewindow/subgraph';
import type { MutationResolvers } from './../../../types.generated.ts';

export const dropWindowsDeadLetter: NonNullable<MutationResolvers['dropWindowsDeadLetter']> = (
  _parent,
  { input },
  context,
) => dropDeadLetter(context, input);
