import type { QueryResolvers } from './../../../types.generated.ts';

export const caseProgress: NonNullable<QueryResolvers['caseProgress']> = (
  _parent,
  asked,
  { progress },
) => progress.load(asked);
