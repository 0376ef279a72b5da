import { createEventSource, newId, type FailPoints } from '../src/index.ts';
import { commandsOf, useDatabase } from '../src/testing/index.ts';
import { permitLifecycle } from './permit.ts';
import { byClerk, NOON, note, permitJournal, submission } from './permit-journal.ts';

/** Small enough to see: five entries stay as they are, of six the oldest four move. */
const SMALL = { from: 6, keep: 2 };

interface Stored {
  readonly _id: string;
  readonly journal: readonly { readonly seq: number }[];
  readonly segments?: { readonly last: number };
  readonly longSince?: Date;
}
interface StoredSegment {
  readonly _id: string;
  readonly of: string;
  readonly first: number;
  readonly last: number;
  readonly entries: readonly { readonly seq: number; readonly data: object }[];
}

describe('a long journal', () => {
  const test = useDatabase();
  const segments = () => test().database.collection<StoredSegment>('journalSegments');
  beforeEach(async () => {
    await segments().deleteMany({});
  });

  async function written(notes: number, options: Parameters<typeof permitJournal>[1] = {}) {
    const made = await permitJournal(test(), { segments: SMALL, ...options });
    const id = newId();
    const created = { id, command: submission(), meta: { ...byClerk, commandId: 'first' } };
    await made.journal.create(created);
    const add = async (n: number) => {
      const meta = { ...byClerk, commandId: `note ${String(n)}` };
      return made.journal.handle({ id, command: note(String(n)), meta });
    };
    for (let n = 1; n <= notes; n++) await add(n);
    await made.outbox.drain();
    const stored = async () =>
      (await made.documents.collection.findOne({ _id: id as never })) as unknown as Stored;
    return { ...made, id, add, created, stored };
  }
  const numbers = (upTo: number) => Array.from({ length: upTo }, (_, n) => String(n + 1));

  it('of one entry less than the bound stays in its document', async () => {
    const { segments: sweep, stored } = await written(4);
    expect(await sweep.sweep()).toBe(0);
    expect(await stored()).not.toHaveProperty('longSince');
    expect(await segments().countDocuments()).toBe(0);
  });

  it('moves its oldest entries, and is read, verified and told over both', async () => {
    const { segments: sweep, journal, id, stored, outbox } = await written(5);
    expect((await stored()).longSince).toBeInstanceOf(Date);
    expect(await sweep.sweep()).toBe(4);
    expect(await sweep.sweep()).toBe(0);
    const document = await stored();
    expect(document).toMatchObject({ segments: { last: 4 }, journal: [{ seq: 5 }, { seq: 6 }] });
    expect(document).not.toHaveProperty('longSince');
    expect(await journal.find(id, NOON)).toMatchObject({
      version: 6,
      state: { notes: numbers(5) },
    });
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 6 });
    const history = await journal.history(id);
    expect(history.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    await outbox.drain();
    const told = [];
    for await (const event of createEventSource([journal]).publishedSince(new Date(0))) {
      told.push(event.envelope.aggregateversion);
    }
    expect(told).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('answers a repetition of what has moved as a repetition, and a misuse as one', async () => {
    const { segments: sweep, journal, id, add, created } = await written(5);
    await sweep.sweep();
    expect(await add(1)).toMatchObject({ ok: true, repeated: true, aggregate: { version: 6 } });
    const meta = { ...byClerk, commandId: 'note 1', args: { another: true } };
    expect(await journal.handle({ id, command: note('x'), meta })).toMatchObject({
      ok: false,
      rejection: { code: 'IdempotencyMismatch' },
    });
    const another = { actor: 'another', at: NOON, commandId: 'note 1' };
    expect(await journal.handle({ id, command: note('x'), meta: another })).toMatchObject({
      ok: true,
      repeated: false,
    });
    expect(await journal.create(created)).toMatchObject({ ok: true, repeated: true });
    expect(await journal.createMany([created])).toMatchObject([{ ok: true, repeated: true }]);
  });

  it('costs a command no more, and one with an id a look for it', async () => {
    const { segments: sweep, journal, id, outbox, add } = await written(5);
    await sweep.sweep();
    const { database } = test();
    const plain = await commandsOf(database, async () => {
      await journal.handle({ id, command: note('plain'), meta: byClerk });
    });
    await outbox.drain();
    const named = await commandsOf(database, () => add(7));
    await outbox.drain();
    expect(plain.slice(0, 2)).toEqual(['find', 'update']);
    expect(named.slice(0, 3)).toEqual(['find', 'find', 'update']);
  });

  it('goes on where a move was killed, with what was written meanwhile', async () => {
    let dies = true;
    const failPoints: FailPoints = (point) => {
      if (point === 'after-segment' && dies) throw new Error('killed');
    };
    const { segments: sweep, journal, id, add, stored } = await written(5, { failPoints });
    await expect(journal.maintenance.moveOldest(id)).rejects.toThrow('killed');
    expect(await segments().countDocuments()).toBe(1);
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 6 });
    await add(6);
    dies = false;
    await sweep.sweep();
    expect((await stored()).journal.map(({ seq }) => seq)).toEqual([5, 6, 7]);
    expect(await segments().countDocuments()).toBe(1);
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 7 });
  });

  it('is written while its entries move, by commands that read it before and by such that come between', async () => {
    const between: (() => Promise<unknown>)[] = [];
    const failPoints: FailPoints = async (point) => {
      if (point === 'after-segment') await between.pop()?.();
    };
    const { journal, id, add } = await written(5, { failPoints });
    let outcome: unknown;
    between.push(async () => {
      outcome = await add(6);
    });
    await journal.maintenance.moveOldest(id);
    expect(outcome).toMatchObject({ ok: true, repeated: false });
    // The other way round: a whole move between the load of a command and its write.
    const late = await written(5);
    const moving = await late.journal.handle({
      id: late.id,
      command: async () => {
        await late.journal.maintenance.moveOldest(late.id);
        return note('6');
      },
      meta: byClerk,
    });
    expect(moving).toMatchObject({ ok: true, aggregate: { version: 7 } });
    for (const one of [{ journal, id }, late]) {
      expect(await one.journal.find(one.id, NOON)).toMatchObject({ state: { notes: numbers(6) } });
      expect(await one.journal.verify(one.id)).toEqual({ ok: true, entries: 7 });
    }
  });

  it('is moved by several at once as by one', async () => {
    const { journal, id, stored } = await written(20);
    await Promise.all(Array.from({ length: 4 }, () => journal.maintenance.moveOldest(id)));
    await journal.maintenance.moveOldest(id);
    expect((await stored()).journal.length).toBeLessThan(SMALL.from);
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 21 });
    const history = await journal.history(id);
    expect(history.map(({ seq }) => seq)).toEqual(history.map((_, index) => index + 1));
  });

  it('keeps what is not published, and moves that too before it grows without end', async () => {
    const { journal, id, wishes, add, stored, outbox, sent } = await written(0);
    wishes.away = true;
    for (let n = 1; n <= 6; n++) await add(n);
    await outbox.drain();
    expect(await journal.maintenance.moveOldest(id)).toBe(1);
    for (let n = 7; n <= 12; n++) await add(n);
    await outbox.drain();
    expect(await journal.maintenance.moveOldest(id)).toBe(4);
    await add(13);
    await outbox.drain();
    expect((await stored()).segments).toMatchObject({ last: 5 });
    // The broker is there again, and hears of all of them in order, those in segments too.
    wishes.away = false;
    await outbox.sweep();
    expect(sent.map(({ envelope }) => envelope.aggregateversion)).toEqual(
      Array.from({ length: 14 }, (_, n) => n + 1),
    );
    expect(await stored()).toMatchObject({ published: 14 });
    expect(await stored()).not.toHaveProperty('pendingSince');
  });

  it('is folded again over both by a new version of the program', async () => {
    const old = await written(5);
    await old.segments.sweep();
    const { collection } = old.type;
    const change = {
      stateVersion: 2,
      decider: {
        ...permitLifecycle,
        evolve: (...[state, event]: Parameters<typeof permitLifecycle.evolve>) =>
          permitLifecycle.evolve(
            state,
            event.type === 'NoteAdded' ? note2(`new ${event.text}`) : event,
          ),
      },
    };
    const next = await permitJournal(test(), { collection, change, segments: SMALL });
    const renamed = numbers(5).map((text) => `new ${text}`);
    expect(await next.journal.find(old.id, NOON)).toMatchObject({ state: { notes: renamed } });
    expect(await next.journal.maintenance.refoldOlder()).toBe(1);
    for (let n = 6; n <= 9; n++) {
      await next.journal.handle({ id: old.id, command: note(String(n)), meta: byClerk });
    }
    await next.outbox.drain();
    expect(await next.segments.sweep()).toBe(4);
    await next.journal.handle({ id: old.id, command: note('10'), meta: byClerk });
    await next.outbox.drain();
    const notes = numbers(10).map((text) => `new ${text}`);
    expect(await next.journal.find(old.id, NOON)).toMatchObject({ state: { notes } });
    expect(next.sent.at(-1)?.envelope.data).toMatchObject({ notes });
    expect(await next.journal.verify(old.id)).toEqual({ ok: true, entries: 11 });
  });
  const note2 = (text: string) => ({ type: 'NoteAdded', text }) as const;

  it('names a segment that was changed, taken away, or put in another place', async () => {
    const { segments: sweep, journal, id } = await written(9);
    await sweep.sweep();
    expect(await segments().countDocuments()).toBe(2);
    const [first, second] = await segments().find().sort({ first: 1 }).toArray();
    const bad = async (change: object, seq: number, reason: 'hash' | 'sequence') => {
      await segments().updateOne({ _id: second?._id ?? '' }, { $set: change });
      expect(await journal.verify(id)).toEqual({ ok: false, seq, reason });
      await segments().replaceOne({ _id: second?._id ?? '' }, second as StoredSegment);
    };
    await bad({ 'entries.0.data': { text: 'forged' } }, 5, 'hash');
    await bad({ previous: 'f'.repeat(64) }, 5, 'hash');
    await bad({ hash: 'f'.repeat(64) }, 8, 'hash');
    await bad({ first: 6 }, 5, 'sequence');
    await segments().deleteOne({ _id: first?._id ?? '' });
    expect(await journal.verify(id)).toEqual({ ok: false, seq: 1, reason: 'sequence' });
    await expect(journal.history(id)).rejects.toThrow('missing');
  });

  it('is not moved over a segment that holds other entries, and holds up nobody', async () => {
    const warned: string[] = [];
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (_: object, said: string) => void warned.push(said),
    };
    const { segments: sweep, journal, id, add } = await written(5, { log });
    const of = `permit:${id}`;
    const entries = [{ seq: 1, data: {}, hash: 'of another' }];
    const forged = {
      _id: `${of}:1`,
      of,
      first: 1,
      last: 1,
      previous: of,
      hash: 'of another',
      entries,
    };
    await segments().insertOne(forged);
    expect(await sweep.sweep()).toBe(0);
    expect(warned).toEqual(['entries cannot be moved, wait']);
    // It waits: the next round leaves it alone.
    expect(await sweep.sweep()).toBe(0);
    expect(warned).toHaveLength(1);
    expect(await add(6)).toMatchObject({ ok: true });
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 7 });
  });
});
