import { oneOf, pageOfParent, type Completing } from '@onewindow/service';
import type {
  MutationResolvers,
  QueryResolvers,
  ServiceCentreResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf } from '../kit.ts';
import { regionKind } from '../region/region.kind.ts';
import { there } from '../there.ts';
import { windowKind } from '../window/window.kind.ts';
import { centreCommands } from './centre.commands.ts';
import { centreKind } from './centre.kind.ts';
import { isAreaCompliant } from './domain/centre.ts';

export const Mutation = mutationsOf(centreCommands) satisfies Pick<
  Required<MutationResolvers>,
  'registerCentre'
>;

export const Query = { serviceCentre: oneOf(centreKind) } satisfies QueryResolvers;

export const ServiceCentre: Completing<ServiceCentreResolvers> = {
  __resolveReference: ({ id }, { kinds }) => kinds.of(centreKind).byId.load(id),
  region: ({ region }, _, { kinds }) => there(kinds, regionKind, region),
  superiorCentre: ({ superiorCentre }, _, { kinds }) =>
    superiorCentre === null ? null : kinds.of(centreKind).byId.load(superiorCentre),
  areaCompliant: isAreaCompliant,
  windows: pageOfParent(windowKind, 'centre'),
};
