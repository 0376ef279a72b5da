import type { QueryResolvers } from '../../../types.generated.ts';

export const region: NonNullable<QueryResolvers['region']> = (_parent, { id }, { loaders }) =>
  loaders.regions.load(id);
