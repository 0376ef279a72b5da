import { PERMITTED } from '../../../domain/window.ts';
import { found } from '../../found.ts';
import { managesWindows } from '../../managers.ts';
import type { WindowResolvers } from '../../types.generated.ts';

const ACTIONS = { ChangeWindow: 'CHANGE', CloseWindow: 'CLOSE', ReopenWindow: 'REOPEN' } as const;

export const Window: WindowResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.windows.load(id),
  type: ({ windowType }) => windowType,
  centre: async ({ centre }, _args, { loaders }) => found(await loaders.centres.load(centre)),
  departments: async ({ departments }, _args, { loaders }) =>
    (await loaders.departments.loadMany(departments)).map(found),
  staff: ({ id }, _args, { loaders }) => loaders.staffOfWindow.load(id),
  chiefRepresentative: async ({ id }, _args, { loaders }) =>
    (await loaders.staffOfWindow.load(id)).find(
      ({ status }) => status === 'CHIEF_REPRESENTATIVE',
    ) ?? null,
  availableActions: (window, _args, { viewer }) =>
    managesWindows(viewer) && viewer.centre === window.centre
      ? PERMITTED[window.status].map((command) => ACTIONS[command])
      : [],
};
