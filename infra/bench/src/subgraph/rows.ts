import { createReplica, type Database, type ReplicaRow } from '@onewindow/persistence';

const id = (serial: number) => `0192a000-0000-7000-8000-00000000000${serial.toString()}`;

export const ids = {
  region: id(1),
  centre: id(2),
  department: id(3),
  window: id(4),
  item: id(5),
  officer: id(6),
} as const;

/** What the service of cases knows of others by their events: written as rows, so that no other service is needed. */
const ROWS: Readonly<Record<string, Readonly<Record<string, unknown>> & { readonly _id: string }>> =
  {
    items: {
      _id: ids.item,
      ...{ region: ids.region, department: ids.department, centre: ids.centre },
      ...{ kind: 'ADMIN_LICENCE', handlingMode: 'COMMITTED', status: 'IN_SERVICE', revision: 1 },
      statutoryLimit: null,
      committedLimit: { value: 10, unit: 'WORKING_DAYS' },
      materials: ['m1', 'm2', 'm3'].map((name) => ({ id: name, name, need: 'NECESSARY' })),
    },
    centres: { _id: ids.centre, code: '4501020001' },
    departments: { _id: ids.department, leaderInCharge: null },
    windows: { _id: ids.window, status: 'OPEN' },
    staff: {
      _id: ids.officer,
      ...{ homeDepartment: ids.department, centre: ids.centre, window: ids.window },
      ...{ onPost: true, chiefRepresentativeOf: null },
    },
    letters: {
      _id: id(7),
      ...{ department: ids.department, delegate: ids.officer, items: [ids.item] },
      powers: ['ACCEPT', 'HANDLE', 'DECIDE', 'ISSUE'],
      ...{ validFrom: '2020-01-01T00:00:00.000Z', validUntil: null, status: 'ACTIVE' },
    },
  };

export async function writeRows(database: Database): Promise<void> {
  for (const [name, row] of Object.entries(ROWS)) {
    const replica = createReplica<ReplicaRow>(database, name, { indexes: [], queries: {} });
    await replica.put({ ...row, sourceVersion: 1 });
  }
}
