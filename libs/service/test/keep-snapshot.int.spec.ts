import { centreRegistered, departmentChanged, departmentRegistered } from '@onewindow/contracts';
import { createReplica, newId, type ReplicaRow } from '@onewindow/persistence';
import { useDatabase } from '@onewindow/persistence/testing';
import { forAllOrders } from '@onewindow/testing';
import { keepSnapshot } from '../src/index.ts';
import { anEvent } from '../src/testing/index.ts';

interface DepartmentRow extends ReplicaRow {
  readonly centre: string | null;
}

const test = useDatabase();
const [department, region, centre] = [newId(), newId(), newId()];

const told = (version: number, entered: string | null) => {
  const contract = version === 1 ? departmentRegistered : departmentChanged;
  const snapshot = { id: department, name: '部门', codes: ['D-1'], region, centre: entered };
  const time = '2026-09-18T01:30:00.000Z';
  return anEvent(contract, { happened: {}, snapshot }, { version, time, region });
};
const fresh = () => {
  const declaration = { indexes: [], queries: {} };
  const rows = createReplica<DepartmentRow>(test().database, `rows-${newId()}`, declaration);
  const contracts = [departmentRegistered, departmentChanged];
  const { handle } = keepSnapshot(contracts, rows, ({ centre }, head) => ({ ...head, centre }));
  return { rows, handle };
};
type Kept = ReturnType<typeof fresh>;

describe('a snapshot that is kept', () => {
  it('is the row that was made of it, under its id and version', async () => {
    const { rows, handle } = fresh();
    await handle(told(3, centre));
    expect(await rows.findMany([department])).toEqual([
      { _id: department, sourceVersion: 3, centre },
    ]);
  });

  it('is the newest, whatever comes twice, late or in another order', async () => {
    await forAllOrders({
      ...{ events: [told(1, null), told(2, centre), told(3, null)], fresh, runs: 12 },
      apply: ({ handle }: Kept, event) => handle(event),
      outcome: ({ rows }: Kept) => rows.findMany([department]),
    });
  });

  it('is of its own contracts only', async () => {
    const { rows, handle } = fresh();
    await handle({ ...told(1, null), type: centreRegistered.type });
    expect(await rows.findMany([department])).toEqual([null]);
  });
});
