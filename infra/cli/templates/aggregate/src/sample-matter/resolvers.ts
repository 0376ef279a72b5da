import { actionsOf, erasuresOf, oneOf, pageOf, type Completing } from '@onewindow/service';
import type {
  MutationResolvers,
  QueryResolvers,
  SampleMatterResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf, offeredBy } from '../kit.ts';
import { sampleMatterCommands } from './sample-matter.commands.ts';
import { sampleMatterKind } from './sample-matter.kind.ts';

export const Mutation = mutationsOf(sampleMatterCommands) satisfies Pick<
  Required<MutationResolvers>,
  'openSampleMatter' | 'closeSampleMatter'
>;

export const Query = {
  sampleMatter: oneOf(sampleMatterKind),
  sampleMatters: pageOf(sampleMatterKind, {
    orders: { OPENED_AT_DESC: 'newest', OPENED_AT_ASC: 'oldest' },
  }),
} satisfies QueryResolvers;

export const SampleMatter: Completing<SampleMatterResolvers> = {
  erasures: erasuresOf,
  __resolveReference: ({ id }, { kinds }) => kinds.of(sampleMatterKind).byId.load(id),
  availableActions: actionsOf(sampleMatterCommands),
  actions: offeredBy(sampleMatterCommands),
};
