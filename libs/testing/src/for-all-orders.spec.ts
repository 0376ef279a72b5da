import { forAllOrders, type Delivery } from './for-all-orders.ts';

interface Change {
  readonly id: string;
  readonly version: number;
  readonly name: string;
}
type Table = Map<string, Change>;

const changes: readonly Change[] = [
  { id: 'a', version: 1, name: 'one' },
  { id: 'a', version: 2, name: 'two' },
  { id: 'b', version: 1, name: 'three' },
];
const table = (apply: Delivery<Change, Table>['apply']): Delivery<Change, Table> => ({
  events: changes,
  fresh: () => new Map(),
  apply,
  outcome: (rows) => [...rows.values()].sort((left, right) => (left.id < right.id ? -1 : 1)),
});
const newestWins: Delivery<Change, Table>['apply'] = async (rows, change) => {
  await Promise.resolve();
  if ((rows.get(change.id)?.version ?? 0) < change.version) rows.set(change.id, change);
};
const lastWins: Delivery<Change, Table>['apply'] = (rows, change) => rows.set(change.id, change);

describe('a handler that keeps the newest version', () => {
  it('ends equal in all orders', async () => {
    await forAllOrders({ ...table(newestWins), runs: 300 });
  });

  it('ends equal without any event', async () => {
    await forAllOrders({ ...table(newestWins), events: [] });
  });
});

describe('a handler that takes what comes last', () => {
  it('fails, with a simplest order that shows it, expected and actual', async () => {
    const failure = await failureOf(table(lastWins));
    const [about, rest = ''] = failure.split('\narrived ');
    const [arrived, expected, actual] = rest.split(/\n(?:expected|actual|seed) /);
    expect(about).toBe('the outcome depends on the order');
    expect(JSON.parse(expected ?? '')).toEqual([changes[1], changes[2]]);
    expect(JSON.parse(actual ?? '')).toEqual([changes[0], changes[2]]);
    expect((JSON.parse(arrived ?? '') as Change[]).length).toBeLessThanOrEqual(4);
  });

  it('fails again in the same way by its seed', async () => {
    const failure = await failureOf(table(lastWins));
    const seed = Number(/seed (-?\d+)$/.exec(failure)?.[1]);
    expect(await failureOf({ ...table(lastWins), seed })).toBe(failure);
  });
});

it('a handler that counts duplicates fails', async () => {
  const count: Delivery<Change, { count: number }> = {
    events: changes,
    fresh: () => ({ count: 0 }),
    apply: (state) => (state.count += 1),
    outcome: ({ count: found }) => found,
  };
  const failure = await failureOf(count);
  expect(failure).toContain('expected 3\nactual 4');
});

it('a handler that throws out of order fails with its reason', async () => {
  const failure = await failureOf(
    table((rows, change) => {
      if (change.version === 2 && !rows.has(change.id)) throw new Error('version 1 is missing');
      return newestWins(rows, change);
    }),
  );
  expect(failure).toMatch(/^the handler threw: version 1 is missing\narrived /);
});

it('every order has a state of its own, which is disposed of, also after a failure', async () => {
  const made: Table[] = [];
  const disposed: Table[] = [];
  const delivery = {
    ...table(lastWins),
    fresh: () => {
      const rows: Table = new Map();
      made.push(rows);
      return rows;
    },
    dispose: (rows: Table) => disposed.push(rows),
  };
  await failureOf(delivery);
  await forAllOrders({ ...delivery, apply: newestWins, runs: 10 });
  expect(made.length).toBeGreaterThan(11);
  expect(new Set(made).size).toBe(made.length);
  expect(disposed).toEqual(made);
});

async function failureOf<Event, State>(delivery: Delivery<Event, State>): Promise<string> {
  try {
    await forAllOrders({ ...delivery, runs: 200 });
  } catch (failure) {
    return (failure as Error).message;
  }
  throw new Error('It did not fail');
}
