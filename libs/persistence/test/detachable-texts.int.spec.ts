import { fact, textErased } from '@onewindow/contracts';
import type { JsonObject } from '@onewindow/kernel';
import {
  createEventSource,
  createPersonalDataVault,
  ERASED_TEXT,
  newId,
  type DetachableTexts,
  type FailPoints,
  type VaultKey,
} from '../src/index.ts';
import { commandsOf, useDatabase } from '../src/testing/index.ts';
import type { PermitEvent } from './permit.ts';
import {
  byClerk,
  NOON,
  note,
  permitJournal,
  realClock,
  submission,
  type PermitType,
} from './permit-journal.ts';

const OLD: VaultKey = { id: 'k1', secret: 'an old secret for tests, long enough' };
const NEW: VaultKey = { id: 'k2', secret: 'a new secret for tests, long enough too' };
const detachable: DetachableTexts<PermitEvent> = { NoteAdded: ['text'] };

const contract = textErased('permits');
const why = { kind: 'permit', reason: 'r', legalBasis: null, decision: null, texts: 1 };
const erasureTold = () => fact(contract, { happened: why });

describe('a detachable text', () => {
  const test = useDatabase();
  const vault = (...keys: readonly [VaultKey] | readonly [VaultKey, VaultKey]) =>
    createPersonalDataVault({
      ...{ database: test().database, keys, indexSecret: NEW.secret, processId: 'tests' },
      clock: realClock,
    });
  const opened = (
    options: {
      readonly texts?: ReturnType<typeof vault>;
      readonly failPoints?: FailPoints;
      readonly collection?: string;
      readonly change?: Partial<PermitType>;
    } = {},
  ) =>
    permitJournal(test(), {
      texts: vault(NEW),
      segments: { from: 4, keep: 1 },
      ...options,
      change: { detachable, ...options.change },
    });

  async function written(options: Parameters<typeof opened>[0] = {}) {
    const made = await opened(options);
    const id = newId();
    await made.journal.create({ id, command: submission(), meta: byClerk });
    for (const text of ['one', 'two', 'three'])
      await made.journal.handle({ id, command: note(text), meta: byClerk });
    await made.outbox.drain();
    const stored = () => made.documents.findOne({ _id: id }).lean();
    const erase = (...seqs: readonly number[]) =>
      made.journal.eraseTexts({
        ...{ id, reason: 'decision 7', by: 'chief', at: NOON },
        texts: seqs.map((seq) => ({ seq, path: 'text' })),
      });
    const notes = async () => (await made.journal.find(id, NOON))?.state.notes;
    return { ...made, id, stored, erase, notes };
  }

  it('lies beside its entry, encrypted; the entry has a digest, and all who read have the text', async () => {
    const { journal, id, stored, notes, sent } = await written();
    const document = await stored();
    expect(JSON.stringify(document?.journal)).not.toContain('two');
    expect(document?.journal[2]).toMatchObject({
      data: { text: { detached: expect.stringMatching(/^[0-9a-f]{64}$/) as string } },
      texts: [{ path: 'text', keyId: 'k2' }],
    });
    expect(await notes()).toEqual(['one', 'two', 'three']);
    expect(await journal.history(id)).toMatchObject([{}, {}, { event: { text: 'two' } }, {}]);
    expect(sent.at(-1)?.envelope.data).toMatchObject({ notes: ['one', 'two', 'three'] });
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 4 });
  });

  it('is gone when it is erased, with its salt, and the chain holds as before', async () => {
    const { journal, id, stored, erase, notes } = await written();
    const before = (await stored())?.journal ?? [];
    expect(await erase(3)).toEqual({ ok: true, erased: 1 });
    const document = await stored();
    expect(JSON.stringify(document?.state)).not.toContain('two');
    expect(document?.journal[2]).toMatchObject({ data: before[2]?.data, texts: [] });
    expect(document?.journal.slice(0, 4).map(({ hash }) => hash)).toEqual(
      before.map(({ hash }) => hash),
    );
    expect(await notes()).toEqual(['one', ERASED_TEXT, 'three']);
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 5 });
    // The journal says who erased what and why; nobody's history has an event that he does not know.
    expect(document?.journal[4]).toMatchObject({
      actor: 'chief',
      data: { reason: 'decision 7', texts: [{ seq: 3, path: 'text' }] },
    });
    const history = await journal.history(id);
    expect(history.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(history[2]).toMatchObject({ event: { text: ERASED_TEXT } });
  });

  it('is told to others when it is erased, where its kind tells that; nobody’s replica is behind for it', async () => {
    const { id, stored, erase, journal, outbox, sent } = await written({ change: { erasureTold } });
    await erase(3);
    await outbox.drain();
    expect(sent.at(-1)?.envelope).toMatchObject({
      ...{ type: contract.type, subject: id, aggregateversion: 5, actor: 'chief' },
    });
    // What holds a replica against its source asks for the last event with a snapshot.
    expect(await stored()).toMatchObject({ version: 5, published: 5, toldVersion: 4 });
    for await (const { event } of createEventSource([journal]).newest(null)) {
      if (event.envelope.subject === id) expect(event.envelope.aggregateversion).toBe(4);
    }
    await journal.handle({ id, command: note('four'), meta: byClerk });
    expect(await stored()).toMatchObject({ version: 6, toldVersion: 6 });
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 6 });
    await outbox.drain();
  });

  it('is told by the sweep where the process died behind the write', async () => {
    const failPoints: FailPoints = (name) =>
      name === 'after-erasure' ? Promise.reject(new Error('killed')) : undefined;
    const { id, stored, erase, journal } = await written({ failPoints, change: { erasureTold } });
    await expect(erase(3)).rejects.toThrow('killed');
    const document = await stored();
    expect(document).toMatchObject({
      version: 5,
      published: 4,
      pendingSince: expect.any(Date) as Date,
    });
    if (document === null) throw new Error('It is gone.');
    const events = await journal.maintenance.events(document);
    expect(events.at(-1)?.envelope).toMatchObject({ type: contract.type, subject: id });
  });

  it('stays where who erases is not admitted, of what was loaded for the write', async () => {
    const { journal, id, stored } = await written();
    const all = { id, reason: 'r', by: 'chief', at: NOON };
    const admit = (loaded: { readonly version: number }, lastAt: string) => ({
      ...{ code: 'KeptOn', version: loaded.version, lastAt },
    });
    expect(await journal.eraseTexts({ ...all, admit })).toEqual({
      ok: false,
      rejection: {
        code: 'KeptOn',
        version: 4,
        lastAt: (await stored())?.journal[3]?.at.toISOString(),
      },
    });
    expect((await stored())?.version).toBe(4);
    expect(await journal.eraseTexts({ ...all, legalBasis: 'law 47', admit: () => null })).toEqual({
      ok: true,
      erased: 3,
    });
    expect(await journal.find(id, NOON)).toMatchObject({
      erasures: [{ at: NOON, reason: 'r', legalBasis: 'law 47', decision: null, texts: 3 }],
    });
  });

  it('that is not there, or is erased already, is passed over, and nothing is written', async () => {
    const { journal, id, stored, erase } = await written();
    await erase(3);
    expect(await erase(3, 1, 99)).toEqual({ ok: true, erased: 0 });
    expect((await stored())?.version).toBe(5);
    const all = { id, reason: 'r', by: 'chief', at: NOON };
    expect(await journal.eraseTexts(all)).toEqual({ ok: true, erased: 2 });
    expect(await journal.eraseTexts({ ...all, id: 'nobody' })).toEqual({
      ok: false,
      rejection: { code: 'NotFound', id: 'nobody' },
    });
  });

  it('is erased also where its entry has moved, and the state is folded over both', async () => {
    const { journal, id, erase, notes, stored } = await written();
    expect(await journal.maintenance.moveOldest(id)).toBe(3);
    expect(await erase(3)).toEqual({ ok: true, erased: 1 });
    expect(await notes()).toEqual(['one', ERASED_TEXT, 'three']);
    expect(await stored()).toMatchObject({ erasing: [], segments: { last: 3 } });
    const segments = test().database.collection<{ _id: string }>('journalSegments');
    expect(await segments.findOne({ _id: `permit:${id}:1` })).toMatchObject({
      entries: [{}, { texts: [{ path: 'text' }] }, { texts: [] }],
    });
    expect((await stored())?.segments?.state).toMatchObject({ notes: ['one', ERASED_TEXT] });
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 5 });
    await journal.handle({ id, command: note('four'), meta: byClerk });
    expect(await notes()).toEqual(['one', ERASED_TEXT, 'three', 'four']);
  });

  it('is read by nobody once its erasure is written, and the sweep ends what was killed', async () => {
    let dies = true;
    const failPoints: FailPoints = (point) => {
      if (point === 'after-erasure' && dies) throw new Error('killed');
    };
    const { journal, id, erase, notes, stored, segments } = await written({ failPoints });
    await journal.maintenance.moveOldest(id);
    await expect(erase(3)).rejects.toThrow('killed');
    dies = false;
    expect(await stored()).toMatchObject({ erasing: [{ seq: 3, path: 'text' }] });
    expect(await notes()).toEqual(['one', ERASED_TEXT, 'three']);
    expect((await journal.history(id))[2]).toMatchObject({ event: { text: ERASED_TEXT } });
    await segments.sweep();
    expect(await stored()).toMatchObject({ erasing: [] });
    const stores = test().database.collection<{ _id: string }>('journalSegments');
    expect(await stores.findOne({ _id: `permit:${id}:1` })).toMatchObject({
      entries: [{}, {}, { texts: [] }],
    });
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 5 });
  });

  it('does not come back by a move that had read it before', async () => {
    const between: (() => Promise<unknown>)[] = [];
    const failPoints: FailPoints = async (point) => {
      if (point === 'before-segment' || point === 'after-segment') await between.pop()?.();
    };
    for (const when of ['before', 'after'] as const) {
      const { journal, id, erase, notes } = await written({ failPoints });
      between.push(() => erase(3));
      // The later one is popped first: this one lets the point before the segment pass.
      if (when === 'after') between.push(() => Promise.resolve());
      await journal.maintenance.moveOldest(id);
      await journal.maintenance.moveOldest(id);
      expect(await notes()).toEqual(['one', ERASED_TEXT, 'three']);
      expect((await journal.history(id))[2]).toMatchObject({ event: { text: ERASED_TEXT } });
      const stores = test().database.collection<{ _id: string }>('journalSegments');
      expect(await stores.findOne({ _id: `permit:${id}:1` })).toMatchObject({
        entries: expect.arrayContaining([expect.objectContaining({ seq: 3, texts: [] })]) as [],
      });
      expect(await journal.verify(id)).toEqual({ ok: true, entries: 5 });
    }
  });

  it('is erased while commands write, and neither is lost', async () => {
    const { journal, id, erase, notes } = await written();
    const outcome = await journal.handle({
      id,
      command: async ({ version }) => {
        if (version === 4) await erase(2);
        return note('four');
      },
      meta: byClerk,
    });
    expect(outcome).toMatchObject({ ok: true, aggregate: { version: 6 } });
    expect(await notes()).toEqual([ERASED_TEXT, 'two', 'three', 'four']);
  });

  it('costs a command no more', async () => {
    const { journal, id, outbox } = await written();
    const names = await commandsOf(test().database, async () => {
      await journal.handle({ id, command: note('x'), meta: byClerk });
    });
    await outbox.drain();
    expect(names.slice(0, 2)).toEqual(['find', 'update']);
  });

  it('was in the entry itself before its type declared it, and is read as it was', async () => {
    const old = await permitJournal(test());
    const id = newId();
    await old.journal.create({ id, command: submission(), meta: byClerk });
    await old.journal.handle({ id, command: note('old'), meta: byClerk });
    await old.outbox.drain();
    const upcast = (type: string, _: number, data: JsonObject): JsonObject =>
      type === 'NoteAdded' ? { text: `${data['text'] as string}!` } : data;
    const { collection } = old.type;
    const next = await opened({ collection, change: { stateVersion: 2, upcast } });
    await next.journal.handle({ id, command: note('new'), meta: byClerk });
    expect(await next.journal.find(id, NOON)).toMatchObject({ state: { notes: ['old!', 'new!'] } });
    const erasing = { id, reason: 'r', by: 'chief', at: NOON };
    expect(await next.journal.eraseTexts(erasing)).toEqual({ ok: true, erased: 1 });
    expect(await next.journal.find(id, NOON)).toMatchObject({
      state: { notes: ['old!', `${ERASED_TEXT}!`] },
    });
    expect(await next.journal.verify(id)).toEqual({ ok: true, entries: 4 });
  });

  it('is read with two keys and written with the first, and by nobody without', async () => {
    const { type, id } = await written({ texts: vault(OLD) });
    const { collection } = type;
    const both = await opened({ collection, texts: vault(NEW, OLD) });
    expect((await both.journal.history(id))[2]).toMatchObject({ event: { text: 'two' } });
    const none = await opened({ collection });
    await expect(none.journal.history(id)).rejects.toThrow('k1');
  });

  it('of one entry does not pass for that of another', async () => {
    const { journal, id, documents, stored } = await written();
    const texts = (await stored())?.journal[1]?.texts;
    const change = { $set: { 'journal.2.texts': texts } };
    await documents.collection.updateOne({ _id: id as never }, change);
    await expect(journal.history(id)).rejects.toThrow();
  });

  it('needs a vault', async () => {
    await expect(permitJournal(test(), { change: { detachable } })).rejects.toThrow('no vault');
  });
});
