import { found } from '../../found.ts';
import type { DepartmentResolvers } from '../../types.generated.ts';

export const Department: DepartmentResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.departments.load(id),
  region: async ({ region }, _args, { loaders }) => found(await loaders.regions.load(region)),
  centre: ({ centre }, _args, { loaders }) =>
    centre === null ? null : loaders.centres.load(centre),
  leaderInCharge: ({ leaderInCharge }, _args, { loaders }) =>
    leaderInCharge === null ? null : loaders.staff.load(leaderInCharge),
};
