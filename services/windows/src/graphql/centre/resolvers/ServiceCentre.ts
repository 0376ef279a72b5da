import { connectionOf } from '@onewindow/subgraph';
import { isAreaCompliant } from '../../../domain/centre.ts';
import { toView } from '../../../queries/view.ts';
import { found } from '../../found.ts';
import type { ServiceCentreResolvers } from '../../types.generated.ts';

export const ServiceCentre: ServiceCentreResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.centres.load(id),
  region: async ({ region }, _args, { loaders }) => found(await loaders.regions.load(region)),
  superiorCentre: ({ superiorCentre }, _args, { loaders }) =>
    superiorCentre === null ? null : loaders.centres.load(superiorCentre),
  areaCompliant: (centre) => isAreaCompliant(centre),
  windows: (...[{ id }, args, { loaders }, info]) =>
    connectionOf({ args, info }, loaders.windowsOfCentre(id, {}), toView),
};
