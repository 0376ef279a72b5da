import type { JsonObject } from '@onewindow/kernel';
import { newId } from '../src/index.ts';
import { useDatabase } from '../src/testing/index.ts';
import { permitLifecycle } from './permit.ts';
import {
  byClerk,
  NOON,
  note,
  permitJournal,
  submission,
  type PermitType,
} from './permit-journal.ts';

describe('a new version of the program', () => {
  const test = useDatabase();
  /** It writes notes in capitals, in the state and, from entry version 2 on, in the entry. */
  const newer: Partial<PermitType> = {
    stateVersion: 2,
    decider: {
      ...permitLifecycle,
      evolve: (state, event) =>
        permitLifecycle.evolve(
          state,
          event.type === 'NoteAdded' ? note2(event.text.toUpperCase()) : event,
        ),
    },
    entryVersion: (type) => (type === 'NoteAdded' ? 2 : 1),
    upcast: (type, v, data): JsonObject =>
      type === 'NoteAdded' && v === 1 ? { text: `old ${data['text'] as string}` } : data,
  };
  const note2 = (text: string) => ({ type: 'NoteAdded', text }) as const;

  const both = async () => {
    const old = await permitJournal(test());
    const id = newId();
    await old.journal.create({ id, command: submission(), meta: byClerk });
    await old.journal.handle({ id, command: note('x'), meta: byClerk });
    await old.outbox.drain();
    const { collection } = old.type;
    return { old, next: await permitJournal(test(), { collection, change: newer }), id };
  };

  it('reads what an older one stored, folded again and upcast', async () => {
    const { next, id } = await both();
    expect(await next.journal.find(id, NOON)).toMatchObject({ state: { notes: ['OLD X'] } });
    expect(await next.journal.history(id)).toMatchObject([{}, { event: { text: 'old x' } }]);
  });

  it('stores its own shape with its next write and never rewrites an entry', async () => {
    const { next, id } = await both();
    await next.journal.handle({ id, command: note('y'), meta: byClerk });
    const document = await next.documents.findOne({ _id: id }).lean();
    expect(document).toMatchObject({ stateVersion: 2, state: { notes: ['OLD X', 'Y'] } });
    expect(document?.journal.map(({ v, data }) => [v, data['text']])).toEqual([
      [1, undefined],
      [1, 'x'],
      [2, 'y'],
    ]);
    expect(await next.journal.verify(id)).toEqual({ ok: true, entries: 3 });
  });

  it('folds everything again in the background, once', async () => {
    const { next, id } = await both();
    expect(await next.journal.maintenance.refoldOlder()).toBe(1);
    expect(await next.journal.maintenance.refoldOlder()).toBe(0);
    const document = await next.documents.findOne({ _id: id }).lean();
    expect(document).toMatchObject({ version: 2, stateVersion: 2, state: { notes: ['OLD X'] } });
    expect(document).not.toHaveProperty('pendingSince');
  });

  it('and the older one work side by side, each on its own shape', async () => {
    const { old, next, id } = await both();
    await next.journal.maintenance.refoldOlder();
    await old.journal.handle({ id, command: note('z'), meta: byClerk });
    expect(await old.journal.find(id, NOON)).toMatchObject({ state: { notes: ['x', 'z'] } });
    expect(await next.journal.find(id, NOON)).toMatchObject({
      state: { notes: ['OLD X', 'OLD Z'] },
    });
  });
});
