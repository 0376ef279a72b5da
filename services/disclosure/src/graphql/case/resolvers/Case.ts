import type { CaseResolvers } from './../../types.generated.ts';

export const Case: CaseResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  publishedResult: ({ id }, _args, { loaders }) => loaders.resultOfCase.load(id),
};
