import { oneOf, type Completing } from '@onewindow/service';
import type {
  MutationResolvers,
  QueryResolvers,
  RegionResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf } from '../kit.ts';
import { regionCommands } from './region.commands.ts';
import { regionKind } from './region.kind.ts';

export const Mutation = mutationsOf(regionCommands) satisfies Pick<
  Required<MutationResolvers>,
  'registerRegion'
>;

export const Query = { region: oneOf(regionKind) } satisfies QueryResolvers;

export const Region: Completing<RegionResolvers> = {
  __resolveReference: ({ id }, { kinds }) => kinds.of(regionKind).byId.load(id),
  parent: ({ parent }, _, { kinds }) =>
    parent === null ? null : kinds.of(regionKind).byId.load(parent),
};
