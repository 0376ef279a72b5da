import type { Completing } from '@onewindow/service';
import type { CaseResolvers } from '../graphql/types.generated.ts';

export const Case: Completing<CaseResolvers> = {
  __resolveReference: ({ id }) => ({ id }),
  publishedResult: ({ id }, _, { publicEntries }) => publicEntries.resultOfCase.load(id),
};
