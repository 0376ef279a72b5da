import {
  createReplica,
  newId,
  verifyDatabases,
  type ReplicaRow,
  type VerifyOptions,
  type VerifyStep,
} from '../src/index.ts';
import { useDatabase } from '../src/testing/index.ts';
import { byClerk, note, permitJournal, submission } from './permit-journal.ts';

interface StoredPermit {
  readonly _id: string;
}

describe('databases that are verified', () => {
  const test = useDatabase();
  const places = () => {
    const { uri, name } = test();
    return [{ program: 'permits', uri, database: name }];
  };
  const later = () => new Date(Date.now() + 3_600_000);
  const verify = (options: Partial<VerifyOptions> = {}) =>
    verifyDatabases(places(), { now: later(), ...options });
  const permits = () => test().database.collection<StoredPermit>('permits');

  async function aPermit(notes: number): Promise<string> {
    const { journal, outbox } = await permitJournal(test(), { collection: 'permits' });
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    for (let n = 0; n < notes; n++)
      await journal.handle({ id, command: note(String(n)), meta: byClerk });
    await outbox.stop();
    return id;
  }
  const rows = () =>
    createReplica<ReplicaRow>(test().database, 'copies', { indexes: [], queries: {} });

  beforeEach(async () => {
    for (const name of ['permits', 'copies', 'accesses', 'journalSegments']) {
      await test().database.collection(name).deleteMany({});
    }
  });

  it('are right where nothing was touched', async () => {
    const id = await aPermit(2);
    const stored = await permits().findOne({ _id: id });
    await rows().put({
      _id: id,
      sourceVersion: (stored as unknown as { version: number }).version,
    });
    const report = await verify();
    expect(report).toEqual({ looked: { journals: 1, accesses: 0, replicas: 1 }, found: [] });
  });

  it('name the entry that was changed, taken out or cut off, and no other journal', async () => {
    const [changed, shortened, cut] = [await aPermit(2), await aPermit(2), await aPermit(2)];
    await aPermit(1);
    await permits().updateOne({ _id: changed }, { $set: { 'journal.1.data.text': 'another' } });
    await permits().updateOne({ _id: shortened }, { $pull: { journal: { seq: 2 } } });
    await permits().updateOne({ _id: cut }, { $pop: { journal: 1 } } as object);
    const { found, looked } = await verify();
    expect(looked.journals).toBe(4);
    expect(found.map(({ level, id, what }) => [level, id, what])).toEqual(
      expect.arrayContaining([
        ['broken', changed, 'entry 2 is not what was written, or follows another'],
        ['broken', shortened, 'entry 2 is missing or out of order'],
        ['broken', cut, 'entry 3 is missing or out of order'],
      ]),
    );
    expect(found).toHaveLength(3);
  });

  it('tell of a copy that is ahead of its source, behind it, or of nothing', async () => {
    const [ahead, behind, fresh] = [await aPermit(1), await aPermit(1), await aPermit(1)];
    const stranger = newId();
    await permits().updateMany(
      {},
      {
        $set: { published: 2, toldVersion: 2, publishedAt: new Date() },
      },
    );
    await rows().put({ _id: ahead, sourceVersion: 9 });
    await rows().put({ _id: behind, sourceVersion: 1 });
    await rows().put({ _id: fresh, sourceVersion: 2 });
    await rows().put({ _id: stranger, sourceVersion: 1 });
    const told = ({ found }: Awaited<ReturnType<typeof verify>>) =>
      found.map(({ level, id }) => `${level} ${id}`).sort();
    expect(told(await verify())).toEqual(
      [`behind ${behind}`, `behind ${stranger}`, `broken ${ahead}`].sort(),
    );
    // What was told a moment ago may still be on its way.
    expect(told(await verify({ now: new Date() }))).toEqual(
      [`behind ${stranger}`, `broken ${ahead}`].sort(),
    );
  });

  it('name a segment that was changed, and one whose journal is gone', async () => {
    const { journal, outbox } = await permitJournal(test(), {
      collection: 'permits',
      segments: { from: 3, keep: 1 },
    });
    const ids = [newId(), newId(), newId()] as const;
    for (const id of ids) {
      await journal.create({ id, command: submission(), meta: byClerk });
      for (const text of ['1', '2'])
        await journal.handle({ id, command: note(text), meta: byClerk });
      await outbox.drain();
      expect(await journal.maintenance.moveOldest(id)).toBe(2);
    }
    expect(await verify()).toMatchObject({ looked: { journals: 3 }, found: [] });
    const segments = test().database.collection<StoredPermit>('journalSegments');
    const change = { $set: { 'entries.1.data.text': 'another' } };
    await segments.updateOne({ _id: `permit:${ids[0]}:1` }, change);
    await permits().deleteOne({ _id: ids[1] });
    const { found } = await verify();
    expect(found.map(({ id, what }) => [id, what])).toEqual([
      [ids[0], 'entry 2 is not what was written, or follows another'],
      [`permit:${ids[1]}:1`, 'belongs to a journal that is not there'],
    ]);
  });

  it('go on where an interrupted run stopped, and take only the newest where that is asked', async () => {
    const ids = [];
    for (let n = 0; n < 3; n++) ids.push(await aPermit(0));
    const [first] = [...ids].sort();
    const steps: VerifyStep[] = [];
    const onStep = (step: VerifyStep) => void steps.push(step);
    await verify({ from: { 'permits/permits': { after: first ?? '' } }, onStep });
    expect(steps.map(({ looked }) => looked)).toEqual([2]);
    expect((await verify({ from: { 'permits/permits': 'done' } })).looked.journals).toBe(0);
    expect((await verify({ newest: 1 })).looked.journals).toBe(1);
  });
});
