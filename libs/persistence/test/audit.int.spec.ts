import fc from 'fast-check';
import { newId } from '../src/index.ts';
import { useDatabase } from '../src/testing/index.ts';
import { permitLifecycle, type PermitCommand } from './permit.ts';
import { byClerk, NOON, note, permitJournal, submission } from './permit-journal.ts';

describe('the chain of a journal', () => {
  const test = useDatabase();
  const written = async () => {
    const made = await permitJournal(test());
    const id = newId();
    await made.journal.create({ id, command: submission(), meta: byClerk });
    for (const text of ['one', 'two', 'three']) {
      await made.journal.handle({ id, command: note(text), meta: byClerk });
    }
    await made.outbox.drain();
    return { ...made, id };
  };

  it('holds over all that was written', async () => {
    const { journal, id } = await written();
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 4 });
  });

  it('is nothing where there is no aggregate', async () => {
    const { journal } = await permitJournal(test());
    expect(await journal.verify('nobody')).toBeNull();
  });

  it.each([
    ['the data', { 'journal.2.data': { text: 'forged' } }],
    ['the actor', { 'journal.2.actor': 'somebody' }],
    ['the moment', { 'journal.2.at': new Date(0) }],
    ["the law's moment", { 'journal.2.effectiveAt': new Date(0) }],
    ['the hash', { 'journal.2.hash': 'f'.repeat(64) }],
  ])('names the entry in which %s was changed', async (_what, change) => {
    const { journal, documents, id } = await written();
    await documents.collection.updateOne({ _id: id as never }, { $set: change });
    expect(await journal.verify(id)).toEqual({ ok: false, seq: 3, reason: 'hash' });
  });

  it('names the place where an entry was taken out', async () => {
    const { journal, documents, id } = await written();
    const document = await documents.findOne({ _id: id }).lean();
    const [first, , ...rest] = document?.journal ?? [];
    const change = { $set: { journal: [first, ...rest] } };
    await documents.collection.updateOne({ _id: id as never }, change);
    expect(await journal.verify(id)).toEqual({ ok: false, seq: 2, reason: 'sequence' });
  });

  it('names the place where the last entries were cut off', async () => {
    const { journal, documents, id } = await written();
    await documents.collection.updateOne({ _id: id as never }, { $pop: { journal: 1 } } as never);
    expect(await journal.verify(id)).toEqual({ ok: false, seq: 4, reason: 'sequence' });
  });

  it("does not hold under another aggregate's id", async () => {
    const { journal, documents, id } = await written();
    const document = await documents.findOne({ _id: id }).lean();
    await documents.collection.deleteOne({ _id: id as never });
    await documents.collection.insertOne({ ...document, _id: 'another' } as never);
    expect(await journal.verify('another')).toEqual({ ok: false, seq: 1, reason: 'hash' });
  });
});

describe('a stored state', () => {
  const test = useDatabase();
  const commands = fc.array(
    fc.oneof<fc.Arbitrary<PermitCommand>[]>(
      fc.string().map(note),
      fc.nat().map((number) => ({ type: 'GiveNumber', number }) as const),
      fc.constant({ type: 'Close' } as const),
      fc.constant({ type: 'EraseOwner' } as const),
    ),
    { maxLength: 6 },
  );

  it('is what its journal folds to, whatever was commanded', async () => {
    const { journal } = await permitJournal(test());
    await fc.assert(
      fc.asyncProperty(commands, fc.option(fc.constant(NOON)), async (sequence, dueAt) => {
        const id = newId();
        await journal.create({ id, command: submission({ dueAt }), meta: byClerk });
        for (const command of sequence) await journal.handle({ id, command, meta: byClerk });
        const history = await journal.history(id);
        const folded = history.reduce(
          (state, { event }) => permitLifecycle.evolve(state, event),
          permitLifecycle.initial,
        );
        const found = await journal.find(id, NOON);
        // A reader at the due moment sees what has not been written yet.
        const read = dueAt !== null && folded.status === 'OPEN' ? 'LAPSED' : folded.status;
        expect(found).toEqual({ id, version: history.length, state: { ...folded, status: read } });
        expect(await journal.verify(id)).toMatchObject({ ok: true });
      }),
      { numRuns: 20 },
    );
  });
});
