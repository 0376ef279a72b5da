import { createEventSource, newId } from '../src/index.ts';
import { useDatabase } from '../src/testing/index.ts';
import { byClerk, note, permitJournal, submission } from './permit-journal.ts';

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('the event source', () => {
  const test = useDatabase();
  const filled = async () => {
    const made = await permitJournal(test());
    const ids = [newId(), newId(), newId()];
    for (const id of ids) {
      await made.journal.create({ id, command: submission(), meta: byClerk });
      await made.journal.handle({ id, command: note('x'), meta: byClerk });
    }
    await made.outbox.drain();
    return { ...made, ids, source: createEventSource([made.journal]) };
  };

  it('makes again, equal in every byte, what was acknowledged', async () => {
    const { source, sent } = await filled();
    const again = await all(source.publishedSince(new Date(0)));
    const byId = (one: { messageId: string }, other: { messageId: string }) =>
      one.messageId < other.messageId ? -1 : 1;
    const once = [...new Map(sent.map((event) => [event.messageId, event])).values()];
    expect([...again].sort(byId)).toEqual(once.sort(byId));
  });

  it("keeps the order of each aggregate's events", async () => {
    const { source, ids } = await filled();
    const again = await all(source.publishedSince(new Date(0)));
    for (const id of ids) {
      const own = again.filter(({ envelope }) => envelope.subject === id);
      expect(own.map(({ envelope }) => envelope.aggregateversion)).toEqual([1, 2]);
    }
  });

  it('leaves out what was acknowledged before, and what never was', async () => {
    const { source, journal, wishes, outbox } = await filled();
    expect(await all(source.publishedSince(new Date(Date.now() + 60_000)))).toEqual([]);
    wishes.away = true;
    await journal.create({ id: newId(), command: submission(), meta: byClerk });
    await outbox.drain();
    expect(await all(source.publishedSince(new Date(0)))).toHaveLength(6);
  });

  it('gives the newest event of every aggregate, and goes on behind a cursor', async () => {
    const { source, journal, ids } = await filled();
    const [first = ''] = ids;
    // A private entry is no event: the newest one is still the note.
    await journal.handle({ id: first, command: { type: 'EraseOwner' }, meta: byClerk });
    const newest = await all(source.newest(null));
    expect(newest.map(({ event }) => event.messageId)).toEqual(ids.map((id) => `${id}:2:v1`));
    const rest = await all(source.newest(newest[0]?.cursor ?? ''));
    expect(rest).toEqual(newest.slice(1));
    expect(await all(source.newest(newest.at(-1)?.cursor ?? ''))).toEqual([]);
  });

  it('goes over several kinds in an order of their own', async () => {
    const one = await permitJournal(test(), { change: { kind: 'alpha' } });
    const other = await permitJournal(test(), { change: { kind: 'beta' } });
    for (const { journal } of [other, one]) {
      await journal.create({ id: newId(), command: submission(), meta: byClerk });
    }
    const source = createEventSource([other.journal, one.journal]);
    const newest = await all(source.newest(null));
    expect(newest.map(({ cursor }) => cursor.split(':')[0])).toEqual(['alpha', 'beta']);
    expect(await all(source.newest(newest[0]?.cursor ?? ''))).toEqual(newest.slice(1));
  });
});
