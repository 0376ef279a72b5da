import { addMilliseconds, instant, type Instant } from '@onewindow/kernel';
import { createTimerSweep, newId, TIMER_ACTOR, type Maintained } from '../src/index.ts';
import { useDatabase } from '../src/testing/index.ts';
import { permitLifecycle, permitType } from './permit.ts';
import { byClerk, NOON, note, permitJournal, realClock, submission } from './permit-journal.ts';

const DUE = addMilliseconds(NOON, 60_000);
const LATER = addMilliseconds(NOON, 120_000);

describe('a timer', () => {
  const test = useDatabase();
  const due = async () => {
    const made = await permitJournal(test());
    const id = newId();
    await made.journal.create({ id, command: submission({ dueAt: DUE }), meta: byClerk });
    return { ...made, id };
  };
  const sweepAt = (now: Instant, ...journals: Maintained[]) =>
    createTimerSweep({ journals, businessClock: { now: () => now }, clock: realClock });

  it('has not elapsed before its moment', async () => {
    const { journal, id } = await due();
    const before = addMilliseconds(DUE, -1);
    expect(await journal.find(id, before)).toMatchObject({ state: { status: 'OPEN' } });
    expect(await sweepAt(before, journal).sweep()).toBe(0);
  });

  it('has elapsed for a reader although nobody swept', async () => {
    const { journal, id } = await due();
    const read = await journal.find(id, DUE);
    expect(read).toMatchObject({ version: 1, state: { status: 'LAPSED' } });
  });

  it('elapses before a command, in the same write, and is kept when the command is refused', async () => {
    const { journal, id } = await due();
    const meta = { actor: 'clerk', at: LATER };
    const outcome = await journal.handle({ id, command: note('late'), meta });
    expect(outcome).toEqual({
      ok: false,
      rejection: { code: 'NotPermittedInStatus', status: 'LAPSED' },
    });
    expect((await journal.history(id)).slice(1)).toMatchObject([
      { type: 'PermitLapsed', actor: TIMER_ACTOR, at: LATER, effectiveAt: DUE },
    ]);
  });

  it('elapses once when two replicas sweep at the same time', async () => {
    const { journal, id, type } = await due();
    const other = await permitJournal(test(), { collection: type.collection });
    const written = await Promise.all([
      sweepAt(LATER, journal).sweep(),
      sweepAt(LATER, other.journal).sweep(),
    ]);
    expect(written[0] + written[1]).toBe(1);
    expect(await journal.history(id)).toHaveLength(2);
  });

  it('is gone from the index when it has elapsed', async () => {
    const { journal, documents, id } = await due();
    await sweepAt(LATER, journal).sweep();
    const document = await documents.findOne({ _id: id }).lean();
    expect(document).not.toHaveProperty('nextTimerAt');
    expect(document).not.toHaveProperty('timers');
  });

  it('that cannot elapse waits and holds up nobody', async () => {
    const { journal, id, documents, type } = await due();
    const decide: typeof permitLifecycle.decide = (command, state) =>
      command.type === 'Lapse' && state.code === 'poisoned'
        ? { accepted: false, rejection: { code: 'NotPermittedInStatus', status: 'POISONED' } }
        : permitLifecycle.decide(command, state);
    const poisoned = newId();
    await journal.create({
      id: poisoned,
      command: submission({ code: 'poisoned', dueAt: NOON }),
      meta: { actor: 'clerk', at: addMilliseconds(NOON, -1) },
    });
    const other = await permitJournal(test(), {
      collection: type.collection,
      change: { decider: { ...permitLifecycle, decide } },
    });
    const sweep = sweepAt(LATER, other.journal);
    expect(await sweep.sweep()).toBe(1);
    expect(await journal.find(id, NOON)).toMatchObject({ state: { status: 'LAPSED' } });
    const waiting = await documents.findOne({ _id: poisoned }).lean();
    expect(waiting?.timerWait).toMatchObject({ tries: 1 });
    expect(await sweep.sweep()).toBe(0);
    expect((await documents.findOne({ _id: poisoned }).lean())?.timerWait?.tries).toBe(1);
  });

  it('that does not end by elapsing is a fault', async () => {
    const { journal } = await permitJournal(test(), {
      change: { timers: () => [{ kind: 'endless', at: NOON }] },
    });
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    await expect(journal.find(id, LATER)).rejects.toThrow("doesn't end");
  });

  it('is swept by itself until it is stopped', async () => {
    const { journal, id } = await due();
    const sweep = createTimerSweep({
      journals: [journal],
      businessClock: { now: () => LATER },
      clock: realClock,
      everyMs: 10,
    });
    sweep.start();
    while ((await journal.history(id)).length < 2) await new Promise((go) => setTimeout(go, 20));
    await sweep.stop();
    expect(permitType.timers?.((await journal.find(id, NOON))?.state ?? ({} as never))).toEqual([]);
  });
});

describe('the moment of an entry', () => {
  const test = useDatabase();

  it('is never before the last one, although the clock went back', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    const earlier = instant('2026-03-01T00:00:00.000Z');
    await journal.handle({ id, command: note('x'), meta: { actor: 'clerk', at: earlier } });
    expect((await journal.history(id)).map(({ at }) => at)).toEqual([NOON, NOON]);
  });
});
