import { newId } from '../src/index.ts';
import { useDatabase } from '../src/testing/index.ts';
import { byClerk, NOON, note, permitJournal, submission } from './permit-journal.ts';

describe('commands at the same time', () => {
  const test = useDatabase();

  it('lose nothing: what was accepted is there once, the rest is a conflict', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    const texts = Array.from({ length: 12 }, (_, index) => `note ${index.toString()}`);
    const outcomes = await Promise.all(
      texts.map((text) => journal.handle({ id, command: note(text), meta: byClerk })),
    );
    const accepted = texts.filter((_, index) => outcomes[index]?.ok);
    const refused = outcomes.filter(({ ok }) => !ok);
    const found = await journal.find(id, NOON);
    expect([...(found?.state.notes ?? [])].sort()).toEqual([...accepted].sort());
    expect(found?.version).toBe(1 + accepted.length);
    expect(accepted.length).toBeGreaterThan(0);
    for (const outcome of refused) {
      expect(outcome).toEqual({ ok: false, rejection: { code: 'Conflict' } });
    }
    expect(await journal.verify(id)).toMatchObject({ ok: true });
  });

  it('decide again on what came between', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    let asked = 0;
    const outcome = await journal.handle({
      id,
      meta: byClerk,
      command: async ({ state }) => {
        if (asked++ === 0) await journal.handle({ id, command: note('between'), meta: byClerk });
        return note(`after ${state.notes.join()}`);
      },
    });
    expect(asked).toBe(2);
    expect(outcome).toMatchObject({
      aggregate: { state: { notes: ['between', 'after between'] } },
    });
  });

  it('give up with a conflict after three more tries', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    let asked = 0;
    const outcome = await journal.handle({
      id,
      meta: byClerk,
      command: async () => {
        asked++;
        await journal.handle({ id, command: note('quicker'), meta: byClerk });
        return note('never');
      },
    });
    expect(asked).toBe(4);
    expect(outcome).toEqual({ ok: false, rejection: { code: 'Conflict' } });
  });
});

describe('a unique fact', () => {
  const test = useDatabase();
  it('is refused by its name when it is taken', async () => {
    const { journal } = await permitJournal(test());
    const make = () =>
      journal.create({ id: newId(), command: submission({ code: 'one' }), meta: byClerk });
    await make();
    expect(await make()).toEqual({
      ok: false,
      rejection: { code: 'AlreadyExists', fact: 'permitCode' },
    });
  });

  it('is taken by one of many who ask at once', async () => {
    const { journal } = await permitJournal(test());
    const make = () =>
      journal.create({ id: newId(), command: submission({ code: 'seat' }), meta: byClerk });
    const outcomes = await Promise.all(Array.from({ length: 6 }, make));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
