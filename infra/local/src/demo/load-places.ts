import { SUPERVISOR } from './counters.ts';
import type { Graph } from './graph.ts';
import { CENTRE, centreId, departmentId, REGION, regionId, WINDOWS } from './places.ts';

/** The region and the centre, before departments and items come in. */
export async function loadCentre({ command }: Graph): Promise<void> {
  await command({
    persona: 'importer',
    mutation: 'registerRegion',
    input: { commandId: 'demo-region', ...REGION },
  });
  await command({
    persona: 'importer',
    mutation: 'registerCentre',
    input: {
      commandId: 'demo-centre',
      ...CENTRE,
      regionId,
      level: 'DISTRICT_COUNTY',
      address: '演示路 1 号',
      area: 5200,
    },
  });
}

/** Departments move in and open their windows; that of the supervisor has people there and no window. */
export async function loadWindows({ command }: Graph): Promise<void> {
  const departments = new Set([
    ...WINDOWS.flatMap((window) => window.departments),
    SUPERVISOR.department,
  ]);
  for (const department of departments) {
    await command({
      persona: 'manager',
      mutation: 'enterDepartment',
      input: { commandId: `demo-enter-${department}`, departmentId: departmentId(department) },
    });
  }
  for (const { number, name, type, departments: served } of WINDOWS) {
    await command({
      persona: 'manager',
      mutation: 'openWindow',
      input: {
        commandId: `demo-window-${centreId}-${number}`,
        number,
        name,
        type,
        departmentIds: served.map(departmentId),
      },
    });
  }
}
