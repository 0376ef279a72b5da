import type { QueryResolvers } from './../../../types.generated.ts';

export const negativeDecisionReport: NonNullable<QueryResolvers['negativeDecisionReport']> = (
  _parent,
  { id },
  { loaders },
) => loaders.report.load(id);
