import type { Day } from '@onewindow/calendar';
import type { Viewer } from '@onewindow/identity';
import { reject } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import type { Kinds, View } from '@onewindow/service';
import { centreKind } from '../centre/centre.kind.ts';
import { serviceDatesOutside } from '../date-bounds.ts';
import { departmentKind } from '../department/department.kind.ts';
import { defineCommands } from '../kit.ts';
import { manages, ofHisCentre } from '../rights.ts';
import type { WindowFacts, WindowState, WindowType } from './domain/window.ts';
import { windowKind } from './window.kind.ts';

interface WindowFactsInput {
  readonly name: string;
  readonly type: WindowType;
  readonly departmentIds: readonly string[];
  /** Its default stands in the SDL. */
  readonly serviceDates?: readonly Day[];
}

const factsOf = ({
  name,
  type,
  departmentIds,
  serviceDates = [],
}: WindowFactsInput): WindowFacts => ({
  name,
  windowType: type,
  departments: [...new Set(departmentIds)],
  serviceDates,
});

async function unknownDepartment(kinds: Kinds, ids: readonly string[]) {
  const { fresh } = kinds.of(departmentKind);
  const found = await Promise.all(ids.map(fresh));
  const unknown = ids.find((_, index) => !found[index]);
  return unknown === undefined ? null : reject({ code: 'NotFound', id: unknown });
}

const may = (viewer: Viewer, { centre }: View<WindowState>) =>
  ofHisCentre(viewer, centre, 'WindowOfAnotherCentre');

/** What a manager does with the windows of his centre. */
export const windowCommands = defineCommands(
  windowKind,
  { id: 'windowId', token: manages },
  {
    /** In the viewer's centre: never in one named in an argument. */
    openWindow: {
      creates: 'OpenWindow',
      exists: 'windowNumber',
      id: ({ number }, { caller: { viewer } }) =>
        idFromCode('window', `${viewer.centre ?? ''}/${number}`),
      command: async (input, { id, at, viewer: { centre }, context: { kinds } }) => {
        if (centre === undefined) return reject({ code: 'NotAuthorized', because: 'NoCentre' });
        const found = await kinds.of(centreKind).fresh(centre);
        if (!found) return reject({ code: 'NotFound', id: centre });
        const { number, departmentIds } = input;
        const { region } = found;
        return (
          serviceDatesOutside(input.serviceDates ?? [], at) ??
          (await unknownDepartment(kinds, departmentIds)) ?? {
            id,
            number,
            centre,
            region,
            ...factsOf(input),
          }
        );
      },
    },
    changeWindow: {
      does: 'ChangeWindow',
      action: 'CHANGE',
      may,
      command: async (input, { at, context: { kinds } }) =>
        serviceDatesOutside(input.serviceDates ?? [], at) ??
        (await unknownDepartment(kinds, input.departmentIds)) ??
        factsOf(input),
    },
    closeWindow: {
      does: 'CloseWindow',
      action: 'CLOSE',
      may,
      command: () => ({}),
    },
    reopenWindow: {
      does: 'ReopenWindow',
      action: 'REOPEN',
      may,
      command: () => ({}),
    },
  },
);
