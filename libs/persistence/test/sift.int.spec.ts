import { newId, UndeclaredQuery, type SiftRequest } from '../src/index.ts';
import { commandsOf, useDatabase } from '../src/testing/index.ts';
import { byClerk, note, permitJournal, submission } from './permit-journal.ts';
import { permitType } from './permit.ts';

describe('a sift', () => {
  const test = useDatabase();
  const noted = {
    indexes: [...permitType.indexes, { fields: { 'state.notes': 1 } }] as const,
    queries: { ...permitType.queries, noted: { equality: ['state.notes'], sort: {} } },
  };
  const asking = (...values: string[]): SiftRequest => ({
    query: 'noted',
    equality: { 'state.notes': values },
    most: 'state.notes',
    parts: ['code', 'fee'],
    limit: 10,
  });

  const filled = async () => {
    const { journal, outbox } = await permitJournal(test(), { change: noted });
    for (const notes of [['a'], ['a', 'b', 'c'], ['b', 'c', 'd'], ['e']]) {
      const id = newId();
      await journal.create({ id, command: submission({ code: notes.join('') }), meta: byClerk });
      for (const text of notes) await journal.handle({ id, command: note(text), meta: byClerk });
    }
    await outbox.drain();
    return journal;
  };

  it('gives what shares a value, in one command, and only the parts asked for', async () => {
    const journal = await filled();
    let sifted: unknown;
    const commands = await commandsOf(test().database, async () => {
      sifted = await journal.sift(asking('a', 'b', 'c'));
    });
    const found = (code: string) => ({
      id: expect.any(String) as unknown,
      state: { code, fee: { yuan: '12.00' } },
    });
    expect(sifted).toHaveLength(3);
    expect(sifted).toEqual(expect.arrayContaining(['abc', 'bcd', 'a'].map(found)));
    expect(commands).toEqual(['find']);
  });

  it('leaves out by a second command what shares the least where there is more than the limit', async () => {
    const journal = await filled();
    let sifted: unknown;
    const commands = await commandsOf(test().database, async () => {
      sifted = await journal.sift({ ...asking('a', 'b', 'c'), limit: 2 });
    });
    expect(sifted).toMatchObject([{ state: { code: 'abc' } }, { state: { code: 'bcd' } }]);
    expect(commands).toEqual(['find', 'aggregate']);
    expect(await journal.sift(asking('x'))).toEqual([]);
  });

  it('refuses a query that is not declared and a value that is no list', async () => {
    const journal = await filled();
    await expect(journal.sift({ ...asking('a'), query: 'lost' })).rejects.toThrow(UndeclaredQuery);
    const equality = { 'state.notes': 'a' };
    await expect(journal.sift({ ...asking('a'), equality })).rejects.toThrow(UndeclaredQuery);
    const operator = { 'state.notes': [{ $ne: 'a' }] as unknown as string[] };
    await expect(journal.sift({ ...asking('a'), equality: operator })).rejects.toThrow(
      UndeclaredQuery,
    );
  });
});
