import type { QueryResolvers } from './../../../types.generated.ts';

export const caseById: NonNullable<QueryResolvers['caseById']> = (_parent, { id }, { cases }) =>
  cases.load(id);
