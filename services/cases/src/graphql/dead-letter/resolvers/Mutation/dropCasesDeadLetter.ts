import { dropDeadLetter } from '@onewindow/subgraph';
import type { MutationResolvers } from './../../../types.generated.ts';

export const dropCasesDeadLetter: NonNullable<MutationResolvers['dropCasesDeadLetter']> = (
  _parent,
  { input },
  context,
) => dropDeadLetter(context, input);
