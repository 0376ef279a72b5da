import {
  createIndexes,
  createSealer,
  newId,
  verifyDatabases,
  type FailPoints,
  type VerifyOptions,
} from '../src/index.ts';
import { chained, chainRoot } from '../src/entry-chain.ts';
import type { StoredEntry } from '../src/journal-document.ts';
import { commandsOf, useDatabase } from '../src/testing/index.ts';
import { byClerk, NOON, note, permitJournal, realClock, submission } from './permit-journal.ts';

interface StoredPermit {
  readonly _id: string;
  readonly version: number;
  readonly sealed?: number;
  readonly unsealedSince?: Date;
  readonly journal: readonly StoredEntry[];
}

describe('a sealed journal', () => {
  const test = useDatabase();
  const permits = () => test().database.collection<StoredPermit>('permits');
  const seals = () => test().database.collection<{ readonly _id: string }>('journalSeals');
  beforeEach(async () => {
    for (const name of ['permits', 'journalSeals', 'journalSegments']) {
      await test().database.collection(name).deleteMany({});
    }
  });

  async function opened(
    options: Pick<Parameters<typeof createSealer>[0], 'most' | 'everyMs' | 'failPoints'> = {},
  ) {
    const made = await permitJournal(test(), {
      collection: 'permits',
      segments: { from: 4, keep: 1 },
    });
    const { database } = test();
    const sealer = createSealer({
      ...{ database, outbox: made.outbox, hmacKey: 'a key for tests', service: 'permits' },
      ...{ journals: [made.journal], clock: realClock, businessClock: { now: () => NOON } },
      ...options,
    });
    await createIndexes(database, [sealer.indexes]);
    const aPermit = async (notes: number) => {
      const id = newId();
      await made.journal.create({ id, command: submission(), meta: byClerk });
      for (let n = 1; n <= notes; n++)
        await made.journal.handle({ id, command: note(String(n)), meta: byClerk });
      await made.outbox.drain();
      return id;
    };
    const published = () =>
      made.sent
        .map(({ envelope }) => envelope)
        .filter(({ type }) => type === 'onewindow.permits.journal-seal.made.v1')
        .map(({ data }) => data as Published);
    return { ...made, sealer, aPermit, published };
  }
  interface Published {
    readonly happened: { readonly leaves: readonly string[] };
    readonly snapshot: {
      readonly number: number;
      readonly previous: string;
      readonly head: string;
      readonly size: number;
    };
  }

  const verify = async (options: Partial<VerifyOptions> = {}) => {
    const { uri, name } = test();
    const places = [{ program: 'permits', uri, database: name }];
    const { found } = await verifyDatabases(places, { now: new Date(), ...options });
    return found.map(({ id, what }) => [id, what]);
  };

  it('is marked by each write without a command more, and no more once it is sealed', async () => {
    const { journal, aPermit, sealer, outbox } = await opened();
    const id = await aPermit(0);
    expect((await permits().findOne({ _id: id }))?.unsealedSince).toBeInstanceOf(Date);
    const names = await commandsOf(test().database, () =>
      journal.handle({ id, command: note('1'), meta: byClerk }),
    );
    expect(names.slice(0, 2)).toEqual(['find', 'update']);
    await outbox.drain();
    expect(await sealer.seal()).toBe(1);
    const sealed = await permits().findOne({ _id: id });
    expect(sealed).toMatchObject({ version: 2, sealed: 2 });
    expect(sealed).not.toHaveProperty('unsealedSince');
    expect(await sealer.seal()).toBe(0);
  });

  it('is told to others by leaves alone, each seal on the one before it', async () => {
    const { sealer, aPermit, journal, outbox, published } = await opened({ most: 3 });
    const ids = [await aPermit(1), await aPermit(1)];
    expect(await sealer.seal()).toBe(2);
    await journal.handle({ id: ids[0] ?? '', command: note('later'), meta: byClerk });
    expect(await sealer.seal()).toBe(1);
    await outbox.drain();
    const all = published();
    expect(all.map(({ snapshot }) => [snapshot.number, snapshot.size])).toEqual([
      [1, 3],
      [2, 1],
      [3, 1],
    ]);
    expect(all.map(({ snapshot }) => snapshot.previous)).toEqual([
      'journal-seal:permits',
      ...all.slice(0, 2).map(({ snapshot }) => snapshot.head),
    ]);
    const text = JSON.stringify(all);
    for (const id of ids) expect(text).not.toContain(id);
    expect(new Set(all.flatMap(({ happened }) => happened.leaves)).size).toBe(5);
    expect(await verify()).toEqual([]);
  });

  it('was there before there were seals and is sealed with the first one', async () => {
    const { aPermit, sealer, published, outbox } = await opened();
    await aPermit(2);
    await permits().updateMany({}, { $unset: { unsealedSince: 1 } } as object);
    expect(await sealer.seal()).toBe(1);
    await outbox.drain();
    expect(published()[0]?.snapshot.size).toBe(3);
  });

  it('has entries in segments that are sealed as all others', async () => {
    const { aPermit, sealer, journal } = await opened();
    const id = await aPermit(4);
    expect(await journal.maintenance.moveOldest(id)).toBe(3);
    expect(await sealer.seal()).toBe(1);
    expect(await permits().findOne({ _id: id })).toMatchObject({ sealed: 5 });
    expect(await verify()).toEqual([]);
    const segments = test().database.collection<{ _id: string }>('journalSegments');
    await segments.deleteMany({});
    expect(await verify()).toEqual(
      expect.arrayContaining([[id, 'entry 1 is gone, and was sealed']]),
    );
  });

  it('fails when it was rewritten as a whole, though its own chain holds', async () => {
    const { aPermit, sealer, journal } = await opened();
    const [id] = [await aPermit(2), await aPermit(2)];
    await sealer.seal();
    const stored = await permits().findOne({ _id: id });
    const forged = (stored?.journal ?? []).map(({ hash: _, ...entry }) => ({
      ...entry,
      ...(entry.seq === 2 && { data: { text: 'forged' } }),
    }));
    const entries = chained(chainRoot('permit', id), forged);
    await permits().updateOne({ _id: id }, { $set: { journal: entries } });
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 3 });
    expect(await verify()).toEqual([[id, 'entry 2 is not the one that was sealed']]);
  });

  it('fails when its tail was cut off with its version', async () => {
    const { aPermit, sealer, journal } = await opened();
    const [id] = [await aPermit(2), await aPermit(2)];
    await sealer.seal();
    await permits().updateOne({ _id: id }, {
      $pop: { journal: 1 },
      $set: { version: 2, published: 2 },
    } as object);
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 2 });
    expect(await verify()).toEqual([[id, 'entry 3 is gone, and was sealed']]);
  });

  it('fails when it was removed', async () => {
    const { aPermit, sealer } = await opened();
    const [id] = [await aPermit(2), await aPermit(2)];
    await sealer.seal();
    await permits().deleteOne({ _id: id });
    expect(await verify()).toEqual([[id, 'is gone, and was sealed up to entry 3']]);
  });

  it('fails when its seal was changed, taken away, or is another than was published', async () => {
    const { aPermit, sealer, outbox, published } = await opened({ most: 2 });
    await aPermit(3);
    expect(await sealer.seal()).toBe(2);
    await outbox.drain();
    const publishedSeals = { permits: published().map(({ snapshot }) => snapshot) };
    expect(await verify({ publishedSeals })).toEqual([]);
    const [first, second] = await seals().find().sort({ 'state.number': 1 }).toArray();
    const forged = { $set: { 'state.root': 'f'.repeat(64) } };
    await seals().updateOne({ _id: second?._id ?? '' }, forged);
    expect(await verify()).toContainEqual(['2', 'is not what was made, or stands on another']);
    // Nothing here tells that the last seal is gone, but who has kept it knows.
    await seals().deleteOne({ _id: second?._id ?? '' });
    expect(await verify()).toEqual([]);
    expect(await verify({ publishedSeals })).toEqual([['2', 'is missing']]);
    const other = { permits: [{ number: 1, head: 'e'.repeat(64) }] };
    expect(await verify({ publishedSeals: other })).toEqual([
      ['1', 'is not the one that was published'],
    ]);
    await seals().deleteOne({ _id: first?._id ?? '' });
    await seals().insertOne(second as never);
    expect(await verify()).toContainEqual(['1', 'is missing']);
  });

  it('is not sealed twice when who sealed it died before he noted it', async () => {
    let dies = true;
    const failPoints: FailPoints = (point) => {
      if (point === 'after-seal' && dies) throw new Error('killed');
    };
    const { aPermit, sealer, outbox, published } = await opened({ failPoints });
    await aPermit(2);
    await expect(sealer.seal()).rejects.toThrow('killed');
    dies = false;
    await aPermit(0);
    expect(await sealer.seal()).toBe(1);
    await outbox.drain();
    expect(published().map(({ snapshot }) => snapshot.size)).toEqual([3, 1]);
    expect(await permits().countDocuments({ unsealedSince: { $gt: new Date(0) } })).toBe(0);
  });

  it('is sealed by several replicas as by one', async () => {
    const one = await opened();
    await one.aPermit(2);
    await one.aPermit(2);
    const another = createSealer({
      ...{ database: test().database, outbox: one.outbox, hmacKey: 'k', service: 'permits' },
      ...{ journals: [one.journal], clock: realClock, businessClock: { now: () => NOON } },
    });
    await Promise.all([one.sealer.seal(), another.seal()]);
    await one.sealer.seal();
    expect(await permits().countDocuments({ sealed: 3 })).toBe(2);
    expect(await verify()).toEqual([]);
  });
});
