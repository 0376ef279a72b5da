import { addMilliseconds, InvalidCursor, writeCursor, type Instant } from '@onewindow/kernel';
import { newId, UndeclaredQuery, type ListRequest } from '../src/index.ts';
import { commandsOf, useDatabase } from '../src/testing/index.ts';
import { permitType } from './permit.ts';
import { byClerk, NOON, permitJournal, REGION, submission } from './permit-journal.ts';

describe('a list', () => {
  const test = useDatabase();
  const equality = { 'state.region': REGION, 'state.status': 'OPEN' };
  const dearest: ListRequest = { query: 'dearest', equality, first: 3 };
  const yuan = ['1.00', '5.00', '5.00', '5.00', '20.00', '100.00', '7.50'];

  const filled = async () => {
    const made = await permitJournal(test());
    await made.journal.createMany(
      yuan.map((amount, index) => ({
        id: newId(),
        command: submission({
          fee: { yuan: amount },
          dueAt: addMilliseconds(NOON, (index + 1) * 1_000),
        }),
        meta: byClerk,
      })),
    );
    await made.outbox.drain();
    return made;
  };

  async function walk(
    journal: Awaited<ReturnType<typeof filled>>['journal'],
    request: ListRequest,
    at: Instant = NOON,
  ) {
    const pages = [await journal.list(request, at)];
    for (;;) {
      const last = pages.at(-1);
      const after = last?.edges.at(-1)?.cursor;
      if (last?.hasNextPage !== true || after === undefined) return pages;
      pages.push(await journal.list({ ...request, after }, at));
    }
  }

  it('gives every row once, in the order of the query, page by page', async () => {
    const { journal } = await filled();
    const pages = await walk(journal, { ...dearest, first: 2 });
    const nodes = pages.flatMap(({ edges }) => edges.map(({ node }) => node));
    expect(nodes.map(({ state }) => state.fee.yuan)).toEqual([
      ...['100.00', '20.00', '7.50', '5.00', '5.00', '5.00', '1.00'],
    ]);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(7);
    expect(pages.map(({ hasPreviousPage }) => hasPreviousPage)).toEqual([false, true, true, true]);
  });

  it('walks upwards as well', async () => {
    const { journal } = await filled();
    const pages = await walk(journal, {
      query: 'due',
      equality: { 'state.status': 'OPEN' },
      first: 2,
    });
    const due = pages.flatMap(({ edges }) => edges.map(({ node }) => node.state.dueAt));
    expect(due).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => addMilliseconds(NOON, n * 1_000)));
  });

  it('walks by id alone', async () => {
    const { journal } = await filled();
    const pages = await walk(journal, {
      query: 'ofRegion',
      equality: { region: REGION },
      first: 3,
    });
    const ids = pages.flatMap(({ edges }) => edges.map(({ node }) => node.id));
    expect(ids).toEqual([...ids].sort());
    expect(ids).toHaveLength(7);
  });

  it('keeps within the bounds of a range, on every page', async () => {
    const { journal } = await filled();
    const range = { 'state.fee.yuan': { from: '5.00', before: '20.00' } };
    const pages = await walk(journal, { ...dearest, first: 1, range });
    const amounts = pages.flatMap(({ edges }) => edges.map(({ node }) => node.state.fee.yuan));
    expect(amounts).toEqual(['7.50', '5.00', '5.00', '5.00']);
    const from = addMilliseconds(NOON, 3_000);
    const due = await walk(journal, {
      query: 'due',
      equality: { 'state.status': ['OPEN', 'CLOSED'] },
      range: { 'state.dueAt': { from, before: addMilliseconds(NOON, 6_000) } },
      first: 1,
    });
    expect(due).toHaveLength(3);
  });

  it('costs one Mongo command a page', async () => {
    const { journal } = await filled();
    const commands = await commandsOf(test().database, () => journal.list(dearest, NOON));
    expect(commands).toEqual(['find']);
  });

  it('shows rows as of now: what was due has elapsed', async () => {
    const { journal } = await filled();
    const page = await journal.list(dearest, addMilliseconds(NOON, 60_000));
    expect(page.edges.map(({ node }) => node.state.status)).toEqual(['LAPSED', 'LAPSED', 'LAPSED']);
  });

  it('is counted whatever its page', async () => {
    const { journal } = await filled();
    expect(await journal.count({ atMost: 100, query: 'dearest', equality })).toBe(7);
    const range = { 'state.fee.yuan': { from: '7.00' } };
    expect(await journal.count({ atMost: 100, query: 'dearest', equality, range })).toBe(3);
  });

  it('finds what holds every word asked for, page by page, and counts it', async () => {
    const sort = { 'state.fee.yuan': -1, _id: -1 } as const;
    const worded = { equality: ['state.status'], every: 'state.notes', sort };
    const { journal } = await permitJournal(test(), {
      change: { queries: { ...permitType.queries, worded } },
    });
    const notes = [['a', 'b'], ['b'], ['a', 'b', 'c'], [], ['b', 'a']];
    for (const [index, words] of notes.entries()) {
      const id = newId();
      const fee = { yuan: `${(index + 1).toString()}.00` };
      await journal.create({ id, command: submission({ fee }), meta: byClerk });
      for (const text of words) {
        await journal.handle({ id, command: { type: 'AddNote', text }, meta: byClerk });
      }
    }
    const open = { query: 'worded', equality: { 'state.status': 'OPEN' } };
    const pages = await walk(journal, { ...open, every: ['a', 'b'], first: 2 });
    const fees = pages.map(({ edges }) => edges.map(({ node }) => node.state.fee.yuan));
    expect(fees).toEqual([['5.00', '3.00'], ['1.00']]);
    expect(await journal.count({ atMost: 100, ...open, every: ['c'] })).toBe(1);
    for (const every of [{}, { every: [] }]) {
      await expect(journal.list({ ...open, ...every, first: 2 }, NOON)).rejects.toThrow(
        UndeclaredQuery,
      );
    }
    await expect(journal.list({ ...dearest, every: ['a'] }, NOON)).rejects.toThrow(UndeclaredQuery);
  });

  it('finds one by a fact', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission({ code: 'the one' }), meta: byClerk });
    expect(await journal.findBy('byCode', { 'state.code': 'the one' }, NOON)).toMatchObject({ id });
    expect(await journal.findBy('byCode', { 'state.code': 'another' }, NOON)).toBeNull();
  });

  it.each<[string, Partial<ListRequest>]>([
    ['an unknown name', { query: 'toString' }],
    ['a missing field', { equality: { 'state.region': REGION } }],
    ['another field', { equality: { ...equality, 'state.code': 'x' } }],
    ['another range', { range: { 'state.dueAt': { from: NOON } } }],
    [
      'an operator',
      { equality: { ...equality, 'state.status': JSON.parse('{"$ne":null}') as string } },
    ],
  ])('refuses a query that is not declared: %s', async (_what, change) => {
    const { journal } = await permitJournal(test());
    const request = { ...dearest, ...change };
    await expect(journal.list(request, NOON)).rejects.toThrow(UndeclaredQuery);
    await expect(journal.count({ ...request, atMost: 100 })).rejects.toThrow(UndeclaredQuery);
    await expect(
      journal.findBy(request.query, { ...request.equality, extra: 'x' }, NOON),
    ).rejects.toThrow(UndeclaredQuery);
  });

  it.each([
    ['noise', 'not a cursor'],
    ['another order', writeCursor('permits.due', ['x', 'y'])],
    ['the same order of other rows', writeCursor('alerts.dearest', ['5.00', 'y'])],
    ['too few keys', writeCursor('permits.dearest', ['5.00'])],
  ])('refuses a cursor that is not its own: %s', async (_what, after) => {
    const { journal } = await permitJournal(test(), { collection: 'permits' });
    await expect(journal.list({ ...dearest, after }, NOON)).rejects.toThrow(InvalidCursor);
    const own = writeCursor('permits.dearest', ['5.00', 'y']);
    expect((await journal.list({ ...dearest, after: own }, NOON)).edges).toEqual([]);
  });

  it('refuses a page without rows', async () => {
    const { journal } = await permitJournal(test());
    await expect(journal.list({ ...dearest, first: 0 }, NOON)).rejects.toThrow(RangeError);
  });

  it('says so when a row has no value to sort by', async () => {
    const { journal } = await permitJournal(test());
    await journal.create({ id: newId(), command: submission({ dueAt: null }), meta: byClerk });
    const request = { query: 'due', equality: { 'state.status': 'OPEN' }, first: 1 };
    await expect(journal.list(request, NOON)).rejects.toThrow('must be in every document');
  });
});
