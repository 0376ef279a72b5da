import { createJournal, ERASED_TEXT, newId } from '@onewindow/persistence';
import { testVault, useDatabase } from '@onewindow/persistence/testing';
import { entryKind } from '../src/entry/entry.kind.ts';
import { at, commands, content } from './an-entry.ts';
import { clock, entriesIn } from './entries-in.ts';

const test = useDatabase();
const byTest = { actor: 'test', at };
const opinion = '申请人住在示例路七号，勿公开';
const rewritten = { ...content, body: '改写后的内容。' };

describe('what staff wrote on an entry', () => {
  async function returned() {
    const made = await entriesIn(test().database);
    const id = newId();
    const { DraftEntry, SubmitEntry, ReturnEntry } = commands;
    await made.entries.create({ id, command: DraftEntry, meta: byTest });
    for (const command of [
      { ...SubmitEntry, content: rewritten },
      { ...ReturnEntry, opinion },
    ]) {
      expect(await made.entries.handle({ id, command, meta: byTest })).toMatchObject({ ok: true });
    }
    await made.outbox.drain();
    const { model } = made.entries.maintenance;
    return { ...made, id, stored: () => model.findOne({ _id: id }).lean() };
  }

  it('is not in the chain of its journal, and is read as it was written', async () => {
    const { entries, id, stored } = await returned();
    const journal = JSON.stringify((await stored())?.journal);
    for (const text of [content.title, content.body, rewritten.body, opinion]) {
      expect(journal).not.toContain(text);
    }
    expect(await entries.history(id)).toMatchObject([
      { event: { content } },
      { event: { content: rewritten } },
      { event: { opinion } },
    ]);
    expect(await entries.find(id, at)).toMatchObject({
      state: { content: rewritten, review: { opinion } },
    });
  });

  it('is gone when it is erased, from what it is found by too, and the rest stays', async () => {
    const { entries, id, stored } = await returned();
    const before = (await entries.find(id, at))?.state;
    const texts = [
      { seq: 2, path: 'content.body' },
      { seq: 3, path: 'opinion' },
    ];
    const erasure = { id, texts, reason: 'decision 7', by: 'chief', at };
    expect(await entries.eraseTexts(erasure)).toEqual({ ok: true, erased: 2 });
    expect(await entries.find(id, at)).toMatchObject({
      state: {
        status: 'RETURNED_FOR_CHANGE',
        content: { ...rewritten, body: ERASED_TEXT },
        review: { opinion: ERASED_TEXT },
      },
    });
    const document = JSON.stringify(await stored());
    for (const text of [rewritten.body, '改写', opinion]) expect(document).not.toContain(text);
    expect(JSON.stringify(before)).toContain('改写');
    expect(await entries.verify(id)).toEqual({ ok: true, entries: 4 });
  });

  it('is of an entry from before as it was, in its journal', async () => {
    const made = await entriesIn(test().database);
    const { collection } = made.type;
    const inPlain = { detachable: {}, textsInState: [] };
    const old = createJournal(
      { ...entryKind.with().type, collection, ...inPlain },
      {
        ...{ database: test().database, outbox: made.outbox, clock, hmacKey: 'a key for tests' },
        texts: testVault(test().database),
      },
    );
    const id = newId();
    await old.create({ id, command: commands.DraftEntry, meta: byTest });
    const command = { ...commands.SubmitEntry, content: rewritten };
    expect(await made.entries.handle({ id, command, meta: byTest })).toMatchObject({ ok: true });
    expect(await made.entries.history(id)).toMatchObject([
      { event: { content } },
      { event: { content: rewritten } },
    ]);
    expect(await made.entries.verify(id)).toEqual({ ok: true, entries: 2 });
    await made.outbox.drain();
  });
});
