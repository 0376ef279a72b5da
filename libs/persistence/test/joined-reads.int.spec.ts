import {
  createIndexes,
  createReplica,
  newId,
  readJoined,
  replicaIndexes,
  UndeclaredQuery,
  type Replica,
  type ReplicaRow,
} from '../src/index.ts';
import { commandsOf, useDatabase } from '../src/testing/index.ts';
import { NOON } from './permit-journal.ts';

interface Clerk extends ReplicaRow {
  readonly window: string | null;
  readonly since: string;
}
interface Letter extends ReplicaRow {
  readonly delegate: string;
}
type Window = ReplicaRow & { readonly name: string };

const test = useDatabase();
let clerks: Replica<Clerk>;
let letters: Replica<Letter>;
let windows: Replica<Window>;

beforeAll(async () => {
  const { database } = test();
  const byDelegate = { indexes: [{ fields: { delegate: 1, _id: 1 } }], queries: {} } as const;
  clerks = createReplica(database, 'clerks', { indexes: [], queries: {} });
  letters = createReplica(database, 'letters', byDelegate);
  windows = createReplica(database, 'windows', { indexes: [], queries: {} });
  await createIndexes(database, [replicaIndexes('letters', byDelegate)]);
  const clerk = (_id: string, window: string | null) =>
    clerks.put({ _id, sourceVersion: 1, window, since: NOON });
  await Promise.all([clerk('a', 'w2'), clerk('b', null), clerk('c', 'w1'), clerk('d', 'w9')]);
  const letter = (_id: string, delegate: string) =>
    letters.put({ _id, sourceVersion: 1, delegate });
  await Promise.all([letter('l2', 'a'), letter('l1', 'a'), letter('l3', 'b'), letter('l4', 'z')]);
  for (const _id of ['w1', 'w2', 'w3']) await windows.put({ _id, sourceVersion: 1, name: _id });
});

const ask = (officers: readonly string[], others: readonly string[] = []) =>
  readJoined(test().database, {
    clerks: clerks.where('_id', officers),
    letters: letters.where('delegate', officers),
    posts: windows.where('_id', { foundBy: 'clerks', field: 'window' }),
    others: windows.where('_id', others),
  });
const idsOf = (rows: Readonly<Record<string, readonly ReplicaRow[]>>) =>
  Object.fromEntries(Object.entries(rows).map(([name, all]) => [name, all.map(({ _id }) => _id)]));

describe('rows of several replicas', () => {
  it('are read by one command, also those that others name', async () => {
    let found: Awaited<ReturnType<typeof ask>> | undefined;
    const commands = await commandsOf(test().database, async () => {
      found = await ask(['a', 'b', 'c', 'nobody'], ['w3']);
    });
    expect(commands).toEqual(['aggregate']);
    expect(found && idsOf(found)).toEqual({
      clerks: ['a', 'b', 'c'],
      letters: ['l1', 'l2', 'l3'],
      posts: ['w1', 'w2'],
      others: ['w3'],
    });
    expect(found?.clerks[0]).toEqual({ _id: 'a', sourceVersion: 1, window: 'w2', since: NOON });
  });

  it('are none where nothing is found: neither by nobody, nor by who names none or an unknown one', async () => {
    const nothing = { letters: [], posts: [], others: [] };
    expect(idsOf(await ask(['nobody']))).toEqual({ clerks: [], ...nothing });
    expect(idsOf(await ask(['b']))).toEqual({ clerks: ['b'], ...nothing, letters: ['l3'] });
    expect(idsOf(await ask(['d']))).toEqual({ clerks: ['d'], ...nothing });
  });

  it('are not asked for without a value, and nothing is sent where no read has any', async () => {
    expect(await commandsOf(test().database, () => ask([]))).toEqual([]);
    expect(idsOf(await ask([], ['w1']))).toEqual({
      ...{ clerks: [], letters: [], posts: [] },
      others: ['w1'],
    });
  });

  it('are as each replica alone answers', async () => {
    const { clerks: found, others } = await ask(['a', 'c'], ['w2']);
    expect(found).toEqual(await clerks.findMany(['a', 'c']));
    expect(others).toEqual(await windows.findMany(['w2']));
  });

  it('are refused by a field that no index begins with', () => {
    expect(() => windows.where('name', [newId()])).toThrow(UndeclaredQuery);
    expect(() => letters.where('delegate', ['a'])).not.toThrow();
  });
});
