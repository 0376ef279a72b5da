import { listDeadLetters } from '@onewindow/subgraph';
import type { QueryResolvers } from './../../../types.generated.ts';

export const disclosureDeadLetters: NonNullable<QueryResolvers['disclosureDeadLetters']> = (
  _parent,
  args,
  context,
) => listDeadLetters(context, args);
