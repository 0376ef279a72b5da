import { ERASED_TEXT, newId, type DetachableTexts, type TextPath } from '../src/index.ts';
import { testVault, useDatabase } from '../src/testing/index.ts';
import type { PermitEvent, PermitState } from './permit.ts';
import { byClerk, NOON, note, permitJournal, REGION, submission } from './permit-journal.ts';

const detachable: DetachableTexts<PermitEvent> = { NoteAdded: ['text'] };
const textsInState: readonly TextPath<PermitState>[] = ['notes.*'];

describe('a text in a state', () => {
  const test = useDatabase();
  const opened = (more: Parameters<typeof permitJournal>[1] = {}) =>
    permitJournal(test(), {
      texts: testVault(test().database),
      segments: { from: 4, keep: 1 },
      ...more,
      change: { detachable, textsInState, ...more.change },
    });

  async function written(more?: Parameters<typeof opened>[0]) {
    const made = await opened(more);
    const id = newId();
    await made.journal.create({ id, command: submission(), meta: byClerk });
    for (const text of ['first words', '', 'last words'])
      await made.journal.handle({ id, command: note(text), meta: byClerk });
    await made.outbox.drain();
    const stored = () => made.documents.findOne({ _id: id }).lean();
    const notes = async () => (await made.journal.find(id, NOON))?.state.notes;
    return { ...made, id, stored, notes };
  }

  it('is nowhere in the document in plain, and is read as it was', async () => {
    const { stored, notes, journal, id, sent } = await written();
    const text = JSON.stringify(await stored());
    expect(text).not.toContain('words');
    expect(text).toContain('"sealed"');
    expect(await notes()).toEqual(['first words', '', 'last words']);
    const dearest = { 'state.region': REGION, 'state.status': 'OPEN' };
    const page = await journal.list({ query: 'dearest', equality: dearest, first: 5 }, NOON);
    expect(page.edges.map(({ node }) => node)).toMatchObject([
      { id, state: { notes: ['first words', '', 'last words'] } },
    ]);
    expect(sent.at(-1)?.envelope.data).toMatchObject({
      notes: ['first words', '', 'last words'],
    });
  });

  it('is not in what a document keeps of its segments either', async () => {
    const { stored, notes, journal, id, documents } = await written();
    expect(await journal.maintenance.moveOldest(id)).toBe(3);
    expect((await stored())?.segments?.state).toMatchObject({ notes: [{ sealed: {} }, ''] });
    // Folded on from there, as a program of another shape does.
    await documents.updateOne({ _id: id }, { $set: { stateVersion: 0 } });
    expect(await notes()).toEqual(['first words', '', 'last words']);
    await journal.eraseTexts({ id, reason: 'r', by: 'chief', at: NOON });
    expect((await stored())?.segments?.state).toMatchObject({ notes: [ERASED_TEXT, ''] });
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 5 });
  });

  it('that was stored before it was declared is read as it is, and sealed by the next write', async () => {
    const before = await written({ change: { textsInState: [] } });
    expect(JSON.stringify((await before.stored())?.state)).toContain('last words');
    const { collection } = before.type;
    const { journal } = await opened({ collection });
    expect(await journal.find(before.id, NOON)).toMatchObject({
      state: { notes: ['first words', '', 'last words'] },
    });
    await journal.handle({ id: before.id, command: note('more'), meta: byClerk });
    expect(JSON.stringify(await before.stored())).not.toContain('words');
  });

  it('of one aggregate does not pass for that of another', async () => {
    const made = await written();
    const other = newId();
    await made.journal.create({ id: other, command: submission(), meta: byClerk });
    const state = (await made.stored())?.state as { readonly notes: readonly unknown[] };
    const change = { $set: { 'state.notes': state.notes } };
    await made.documents.collection.updateOne({ _id: other as never }, change);
    await expect(made.journal.find(other, NOON)).rejects.toThrow();
  });

  it('needs a vault', async () => {
    await expect(permitJournal(test(), { change: { textsInState } })).rejects.toThrow('no vault');
  });
});
