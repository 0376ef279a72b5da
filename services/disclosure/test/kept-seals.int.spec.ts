import { journalSealMade, type EventEnvelope } from '@onewindow/contracts';
import {
  createIndexes,
  createJournal,
  createOutbox,
  journalIndexes,
  newId,
} from '@onewindow/persistence';
import { useDatabase } from '@onewindow/persistence/testing';
import { keepSeals } from '../src/journal-seal/keep-seals.ts';
import { keptSealId, keptSealKind } from '../src/journal-seal/kept-seal.kind.ts';
import { clock } from './entries-in.ts';
import { sealsOf } from './sealed-journals.ts';

const test = useDatabase();

/** Kept seals in a collection of their own; the process dies at the moment of this number, once. */
async function keeping(dies?: number) {
  const { database } = test();
  const type = { ...keptSealKind.with().type, collection: `keptSeals-${newId()}` };
  await createIndexes(database, [journalIndexes(type)]);
  const publisher = { publish: () => Promise.resolve({ failed: [] }) };
  let moments = 0;
  const seals = createJournal(type, {
    database,
    outbox: createOutbox({ publisher, clock }),
    clock,
    hmacKey: 'a key for tests',
    failPoints: () => {
      if (moments++ === dies) throw new Error('the process died');
    },
  });
  const alarms: object[] = [];
  const log = {
    error: (said: object) => {
      alarms.push(said);
    },
  };
  const { handle } = keepSeals(journalSealMade('cases'), { seals, clock, log });
  const told = async (...events: readonly EventEnvelope[]) => {
    for (const event of events) await handle(event);
  };
  const kept = async (number: number) => {
    const id = keptSealId('cases', number);
    const found = await seals.find(id, clock.now());
    return { entries: (await seals.history(id)).length, state: found?.state };
  };
  const rows = () => database.collection(type.collection).countDocuments();
  return { told, kept, alarms, rows, moments: () => moments, model: seals.maintenance.model };
}
const headOf = (event: EventEnvelope | undefined) =>
  (event?.data as { snapshot: { head: string } } | undefined)?.snapshot.head;

describe('the seals of a service', () => {
  let events: readonly EventEnvelope[] = [];
  /** Of the same numbers, over journals that were rewritten as a whole. */
  let forged: readonly EventEnvelope[] = [];
  beforeAll(async () => {
    events = await sealsOf('cases', test().database, 3);
    forged = await sealsOf('cases', test().database, 3);
  });

  it('are kept once, however often and in whatever order they come', async () => {
    const { told, kept, alarms, rows } = await keeping();
    await told(...events.toReversed(), ...events);
    expect(await rows()).toBe(3);
    for (const [index, event] of events.entries()) {
      expect(await kept(index + 1)).toMatchObject({
        entries: 1,
        state: { status: 'KEPT', seal: { head: headOf(event), isSound: true }, others: [] },
      });
    }
    expect(alarms).toEqual([]);
  });

  it('are never overwritten: what says something else is kept beside it, and the log says so', async () => {
    const { told, kept, alarms, rows } = await keeping();
    const [first, second] = events;
    const [, other] = forged;
    await told(...[first, second].flatMap((event) => event ?? []));
    expect(alarms).toEqual([]);
    for (let times = 0; times < 2; times++) await told(...(other ? [other] : []));
    expect(await kept(2)).toMatchObject({
      entries: 2,
      state: {
        status: 'CONTRADICTED',
        seal: { head: headOf(second) },
        others: [{ head: headOf(other), isSound: true }],
      },
    });
    expect(await rows()).toBe(2);
    expect(alarms).toContainEqual({
      standing: 'CONTRADICTED',
      of: 'cases',
      number: 2,
      heads: [headOf(second), headOf(other)],
    });
  });

  it('give an alarm where one stands on another than was kept, whichever came first', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      const { told, alarms } = await keeping();
      const mixed = [events[0], forged[1]];
      for (const index of order) await told(...(mixed[index] ? [mixed[index]] : []));
      expect(alarms).toEqual([
        { standing: 'BROKEN', of: 'cases', number: 2, heads: [headOf(forged[1])] },
      ]);
    }
  });

  it('give an alarm where the leaves are not those of the root', async () => {
    const { told, kept, alarms } = await keeping();
    const [first] = events;
    const data = first?.data as { happened: object; snapshot: object };
    const leaves = ['bm8gbGVhZg'];
    if (first) await told({ ...first, data: { ...data, happened: { leaves } } });
    expect(await kept(1)).toMatchObject({ state: { seal: { isSound: false } } });
    expect(alarms).toMatchObject([{ standing: 'BROKEN', number: 1 }]);
  });

  it('are kept once where the process dies at any moment and they come again', async () => {
    const [first, second] = events;
    const [, other] = forged;
    const all = [first, second, other].flatMap((event) => event ?? []);
    const undisturbed = await keeping();
    await undisturbed.told(...all);
    const moments = undisturbed.moments();
    expect(moments).toBeGreaterThan(3);
    for (let dies = 0; dies < moments; dies++) {
      const { told, kept, rows } = await keeping(dies);
      for (const event of all) await told(event).catch(() => told(event));
      expect(await rows()).toBe(2);
      expect(await kept(1)).toEqual(await undisturbed.kept(1));
      expect(await kept(2)).toEqual(await undisturbed.kept(2));
    }
  });

  it('call for no seal of their own', async () => {
    const { told, model } = await keeping();
    await told(...events, ...forged);
    expect(await model.countDocuments({ unsealedSince: { $exists: true } })).toBe(0);
  });
});
