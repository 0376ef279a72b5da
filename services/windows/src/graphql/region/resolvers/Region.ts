import type { RegionResolvers } from '../../types.generated.ts';

export const Region: RegionResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.regions.load(id),
  parent: ({ parent }, _args, { loaders }) =>
    parent === null ? null : loaders.regions.load(parent),
};
