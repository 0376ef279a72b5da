import { addMilliseconds } from '@onewindow/kernel';
import { newId } from '../src/index.ts';
import { commandsOf, useDatabase } from '../src/testing/index.ts';
import { byClerk, NOON, note, permitJournal, REGION, submission } from './permit-journal.ts';

describe('a journal', () => {
  const test = useDatabase();

  it('makes an aggregate and gives it back as it was', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    const dueAt = addMilliseconds(NOON, 60_000);
    const outcome = await journal.create({
      id,
      command: submission({ code: 'A', dueAt }),
      meta: byClerk,
    });
    expect(outcome).toMatchObject({ ok: true, repeated: false, aggregate: { id, version: 1 } });
    const state = {
      status: 'OPEN',
      region: REGION,
      code: 'A',
      number: null,
      fee: { yuan: '12.00' },
      dueAt,
      notes: [],
    };
    expect(await journal.find(id, NOON)).toEqual({ id, version: 1, state });
  });

  it('runs commands, each on what the one before it left', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    await journal.handle({ id, command: note('one'), meta: byClerk });
    const outcome = await journal.handle({
      id,
      command: ({ state }) => note(`after ${state.notes.join()}`),
      meta: byClerk,
    });
    expect(outcome).toMatchObject({
      ok: true,
      events: [{ type: 'NoteAdded', text: 'after one' }],
      aggregate: { version: 3, state: { notes: ['one', 'after one'] } },
    });
  });

  it('refuses a command on what is not there', async () => {
    const { journal } = await permitJournal(test());
    const outcome = await journal.handle({ id: 'nobody', command: note('x'), meta: byClerk });
    expect(outcome).toEqual({ ok: false, rejection: { code: 'NotFound', id: 'nobody' } });
  });

  it('passes on what the decider refuses and writes nothing', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    await journal.handle({ id, command: { type: 'Close' }, meta: byClerk });
    const outcome = await journal.handle({ id, command: note('late'), meta: byClerk });
    expect(outcome).toEqual({
      ok: false,
      rejection: { code: 'NotPermittedInStatus', status: 'CLOSED' },
    });
    expect(await journal.find(id, NOON)).toMatchObject({ version: 2 });
  });

  it('answers a batch in the order of its ids by one Mongo command', async () => {
    const { journal, outbox } = await permitJournal(test());
    const ids = [newId(), newId(), newId()];
    for (const id of ids) await journal.create({ id, command: submission(), meta: byClerk });
    await outbox.drain();
    const asked = [ids[2] ?? '', 'nobody', ids[0] ?? '', ids[2] ?? ''];
    let found: Awaited<ReturnType<typeof journal.findMany>> = [];
    const commands = await commandsOf(test().database, async () => {
      found = await journal.findMany(asked, NOON);
    });
    expect(found.map((one) => one?.id ?? null)).toEqual([ids[2], null, ids[0], ids[2]]);
    expect(commands).toEqual(['find']);
  });

  it('tells its history without the actor of one being taken for another', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission({ code: 'H' }), meta: byClerk });
    await journal.handle({ id, command: note('x'), meta: { actor: 'chief', at: NOON } });
    expect(await journal.history(id)).toMatchObject([
      { seq: 1, actor: 'clerk', type: 'PermitSubmitted', at: NOON, event: { code: 'H' } },
      { seq: 2, actor: 'chief', type: 'NoteAdded', event: { type: 'NoteAdded', text: 'x' } },
    ]);
  });

  it('tells the histories of a batch in the order of its ids by one Mongo command', async () => {
    const { journal, outbox } = await permitJournal(test());
    const ids = Array.from({ length: 150 }, () => newId());
    await journal.createMany(
      ids.map((id) => ({ id, command: submission({ code: id }), meta: byClerk })),
    );
    await outbox.drain();
    let told: Awaited<ReturnType<typeof journal.histories>> = [];
    const commands = await commandsOf(test().database, async () => {
      told = await journal.histories([...ids, 'nobody']);
    });
    expect(told.slice(0, 150).map(([first]) => first?.event)).toMatchObject(
      ids.map((code) => ({ code })),
    );
    expect(told[150]).toEqual([]);
    expect(commands).toEqual(['find']);
  });

  it('makes many at once, an outcome for each in order', async () => {
    const { journal } = await permitJournal(test());
    const there = newId();
    await journal.create({ id: there, command: submission({ code: 'taken' }), meta: byClerk });
    const fresh = newId();
    const outcomes = await journal.createMany([
      { id: newId(), command: submission({ code: 'taken' }), meta: byClerk },
      { id: fresh, command: submission(), meta: byClerk },
      { id: there, command: submission(), meta: byClerk },
      { id: there, command: submission(), meta: byClerk, fromEvent: true },
      { id: newId(), command: note('to nobody'), meta: byClerk },
    ]);
    expect(outcomes).toMatchObject([
      { ok: false, rejection: { code: 'AlreadyExists', fact: 'permitCode' } },
      { ok: true, aggregate: { id: fresh }, repeated: false },
      { ok: false, rejection: { code: 'AlreadyExists', fact: '_id' } },
      { ok: true, aggregate: { id: there }, repeated: true },
      { ok: false, rejection: { code: 'NotPermittedInStatus' } },
    ]);
  });
});
