import fc from 'fast-check';
import type { Instant } from '@onewindow/kernel';
import {
  createIndexes,
  createReplica,
  newId,
  replicaIndexes,
  UndeclaredQuery,
  type ReplicaRow,
} from '../src/index.ts';
import { commandsOf, useDatabase } from '../src/testing/index.ts';
import { NOON } from './permit-journal.ts';

interface ItemRow extends ReplicaRow {
  readonly name: string;
  readonly since?: Instant;
}

describe('a replica', () => {
  const test = useDatabase();
  const declaration = {
    indexes: [{ fields: { name: 1, _id: 1 } }],
    queries: { byName: { equality: ['name'], sort: { _id: 1 } } },
  } as const;
  const items = async () => {
    const name = `items-${newId()}`;
    await createIndexes(test().database, [replicaIndexes(name, declaration)]);
    return createReplica<ItemRow>(test().database, name, declaration);
  };

  it('keeps the newest row whole: what it no longer has is gone', async () => {
    const replica = await items();
    expect(await replica.put({ _id: 'a', sourceVersion: 1, name: 'one', since: NOON })).toBe(
      'written',
    );
    expect(await replica.put({ _id: 'a', sourceVersion: 3, name: 'three' })).toBe('written');
    expect(await replica.findMany(['a'])).toEqual([{ _id: 'a', sourceVersion: 3, name: 'three' }]);
  });

  it('leaves what is as new or newer alone', async () => {
    const replica = await items();
    await replica.put({ _id: 'a', sourceVersion: 3, name: 'three' });
    expect(await replica.put({ _id: 'a', sourceVersion: 3, name: 'again' })).toBe('older');
    expect(await replica.put({ _id: 'a', sourceVersion: 2, name: 'two' })).toBe('older');
    expect(await replica.findMany(['a'])).toMatchObject([{ name: 'three' }]);
  });

  it('ends in the newest row in whatever order and however often events come', async () => {
    const replica = await items();
    const versions = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(versions, async (order) => {
        const _id = newId();
        for (const version of order) {
          await replica.put({ _id, sourceVersion: version, name: `v${version.toString()}` });
        }
        const newest = Math.max(...order);
        expect(await replica.findMany([_id])).toMatchObject([{ name: `v${newest.toString()}` }]);
      }),
      { numRuns: 15 },
    );
  });

  it('ends in the newest row when all come at once', async () => {
    const replica = await items();
    for (const _id of ['a', 'b', 'c']) {
      const versions = Array.from({ length: 10 }, (_, index) => index + 1);
      await Promise.all(
        versions.map((sourceVersion) => replica.put({ _id, sourceVersion, name: 'x' })),
      );
    }
    const rows = await replica.findMany(['a', 'b', 'c']);
    expect(rows.map((row) => row?.sourceVersion)).toEqual([10, 10, 10]);
  });

  it('puts rows that come together by two commands, and what is not newer by none that writes', async () => {
    const replica = await items();
    const put = (sourceVersion: number) => () =>
      Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          replica.put({ _id: `row ${n.toString()}`, sourceVersion, name: 'x' }),
        ),
      );
    const { database } = test();
    expect(await commandsOf(database, put(1))).toEqual(['find', 'update']);
    expect(await commandsOf(database, put(2))).toEqual(['find', 'update']);
    expect(await commandsOf(database, put(2))).toEqual(['find']);
    expect(await commandsOf(database, put(1))).toEqual(['find']);
  });

  it('tells of each row of a batch what became of it, and fails for one row alone', async () => {
    const replica = await items();
    await replica.put({ _id: 'a', sourceVersion: 2, name: 'two' });
    const tooHeavy = 'x'.repeat(17 * 1024 ** 2);
    const put = await Promise.allSettled([
      replica.put({ _id: 'a', sourceVersion: 1, name: 'one' }),
      replica.put({ _id: 'a', sourceVersion: 3, name: 'three' }),
      replica.put({ _id: 'heavy', sourceVersion: 1, name: tooHeavy }),
      replica.put({ _id: 'b', sourceVersion: 1, name: 'new' }),
    ]);
    expect(put.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([
      'older',
      'written',
      'failed',
      'written',
    ]);
    expect(await replica.findMany(['a', 'b', 'heavy'])).toMatchObject([
      { name: 'three' },
      { name: 'new' },
      null,
    ]);
  });

  it('answers a batch in order by one Mongo command', async () => {
    const replica = await items();
    await replica.put({ _id: 'a', sourceVersion: 1, name: 'one', since: NOON });
    let rows: readonly (ItemRow | null)[] = [];
    const commands = await commandsOf(test().database, async () => {
      rows = await replica.findMany(['nobody', 'a']);
    });
    expect(rows).toEqual([null, { _id: 'a', sourceVersion: 1, name: 'one', since: NOON }]);
    expect(commands).toEqual(['find']);
  });

  it('finds by declared queries only', async () => {
    const replica = await items();
    await replica.put({ _id: 'b', sourceVersion: 1, name: 'same' });
    await replica.put({ _id: 'a', sourceVersion: 1, name: 'same' });
    const found = await replica.findBy('byName', { name: 'same' });
    expect(found.map(({ _id }) => _id)).toEqual(['a', 'b']);
    expect(await replica.findBy('byName', { name: 'same' }, 1)).toHaveLength(1);
    await expect(replica.findBy('byOther', {})).rejects.toThrow(UndeclaredQuery);
  });

  it('has no unique facts', () => {
    const indexes = [{ fields: { name: 1 }, unique: true }] as const;
    expect(() => createReplica(test().database, 'x', { indexes, queries: {} })).toThrow('unique');
  });
});
