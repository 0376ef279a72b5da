import { actionsOf, oneOf, type Completing } from '@onewindow/service';
import { centreKind } from '../centre/centre.kind.ts';
import { departmentKind } from '../department/department.kind.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  WindowResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf, offeredBy } from '../kit.ts';
import { there } from '../there.ts';
import { windowCommands } from './window.commands.ts';
import { windowKind } from './window.kind.ts';

export const Mutation = mutationsOf(windowCommands) satisfies Pick<
  Required<MutationResolvers>,
  'openWindow' | 'changeWindow' | 'closeWindow' | 'reopenWindow'
>;

export const Query = { window: oneOf(windowKind) } satisfies QueryResolvers;

export const Window: Completing<WindowResolvers> = {
  __resolveReference: ({ id }, { kinds }) => kinds.of(windowKind).byId.load(id),
  type: ({ windowType }) => windowType,
  centre: ({ centre }, _, { kinds }) => there(kinds, centreKind, centre),
  departments: ({ departments }, _, { kinds }) =>
    Promise.all(departments.map((id) => there(kinds, departmentKind, id))),
  staff: ({ id }, _, { loaders }) => loaders.staffOfWindow.load(id),
  chiefRepresentative: async ({ id }, _, { loaders }) =>
    (await loaders.staffOfWindow.load(id)).find(
      ({ status }) => status === 'CHIEF_REPRESENTATIVE',
    ) ?? null,
  availableActions: actionsOf(windowCommands),
  actions: offeredBy(windowCommands),
};
