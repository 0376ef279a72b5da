import { newId, UndeclaredQuery, type ListEachRequest } from '../src/index.ts';
import { commandsOf, useDatabase } from '../src/testing/index.ts';
import { byClerk, NOON, permitJournal, REGION, submission } from './permit-journal.ts';

const OTHER = '0192d3f4-0000-7000-8000-000000000002';
const EMPTY = '0192d3f4-0000-7000-8000-000000000003';

describe('a page for each of many parents', () => {
  const test = useDatabase();
  const each: ListEachRequest['each'] = { field: 'state.region', values: [OTHER, EMPTY, REGION] };
  const dearest: ListEachRequest = {
    query: 'dearest',
    equality: { 'state.status': 'OPEN' },
    each,
    first: 2,
  };

  const filled = async () => {
    const made = await permitJournal(test());
    const fees = { [REGION]: ['1.00', '5.00', '5.00', '20.00'], [OTHER]: ['7.00', '3.00'] };
    await made.journal.createMany(
      Object.entries(fees).flatMap(([region, amounts]) =>
        amounts.map((yuan) => ({
          id: newId(),
          command: submission({ region, fee: { yuan } }),
          meta: byClerk,
        })),
      ),
    );
    await made.outbox.drain();
    return made;
  };
  const feesOf = (
    pages: Awaited<ReturnType<Awaited<ReturnType<typeof filled>>['journal']['listEach']>>,
  ) => pages.map(({ edges }) => edges.map(({ node }) => node.state.fee.yuan));

  it('is in the order of the query, the pages in the order of the parents, by one command', async () => {
    const { journal } = await filled();
    let pages: Awaited<ReturnType<typeof journal.listEach>> = [];
    const commands = await commandsOf(test().database, async () => {
      pages = await journal.listEach(dearest, NOON);
    });
    expect(feesOf(pages)).toEqual([['7.00', '3.00'], [], ['20.00', '5.00']]);
    expect(pages.map(({ hasNextPage }) => hasNextPage)).toEqual([false, false, true]);
    expect(commands).toEqual(['aggregate']);
  });

  it('is the same as the list of the one parent', async () => {
    const { journal } = await filled();
    const [, , third] = await journal.listEach(dearest, NOON);
    const { equality, ...rest } = dearest;
    const listed = { ...rest, equality: { ...equality, 'state.region': REGION } };
    expect(third).toEqual(await journal.list(listed, NOON));
    const alone = { ...dearest, each: { ...each, values: [REGION, REGION] } };
    expect(await journal.listEach(alone, NOON)).toEqual([third, third]);
  });

  it('goes on behind a cursor', async () => {
    const { journal } = await filled();
    const [, , third] = await journal.listEach(dearest, NOON);
    const after = third?.edges.at(-1)?.cursor ?? '';
    const pages = await journal.listEach({ ...dearest, after }, NOON);
    expect(feesOf(pages)[2]).toEqual(['5.00', '1.00']);
  });

  it('is counted for each, by one command', async () => {
    const { journal } = await filled();
    let counts: readonly number[] = [];
    const commands = await commandsOf(test().database, async () => {
      counts = await journal.countEach({ ...dearest, atMost: 7 });
    });
    expect(counts).toEqual([2, 0, 4]);
    expect(commands).toEqual(['aggregate']);
  });

  it('counts none beyond the bound: each by itself, where all have as many', async () => {
    const { journal } = await filled();
    let counts: readonly number[] = [];
    const commands = await commandsOf(test().database, async () => {
      counts = await journal.countEach({ ...dearest, atMost: 3 });
    });
    expect(counts).toEqual([2, 0, 3]);
    expect(commands).toEqual(['aggregate', 'aggregate', 'aggregate', 'aggregate']);
  });

  it('reads no more than ten times the pages together: each by itself, where there are more', async () => {
    const { journal, outbox } = await filled();
    const more = Array.from({ length: 60 }, () => submission({ fee: { yuan: '30.00' } }));
    await journal.createMany(more.map((command) => ({ id: newId(), command, meta: byClerk })));
    await outbox.drain();
    const first = { ...dearest, first: 1 };
    let pages: Awaited<ReturnType<typeof journal.listEach>> = [];
    const commands = await commandsOf(test().database, async () => {
      pages = await journal.listEach(first, NOON);
    });
    expect(feesOf(pages)).toEqual([['7.00'], [], ['30.00']]);
    expect(pages.map(({ hasNextPage }) => hasNextPage)).toEqual([true, false, true]);
    expect(commands).toEqual(['aggregate', 'find', 'find', 'find']);
    const after = pages[0]?.edges[0]?.cursor ?? '';
    const behind = await journal.listEach({ ...first, after }, NOON);
    expect(feesOf(behind)).toEqual([['3.00'], [], ['5.00']]);
  });

  it('needs a declared query, and the parents by their own field only', async () => {
    const { journal } = await permitJournal(test());
    const twice = { ...dearest, equality: { ...dearest.equality, 'state.region': REGION } };
    await expect(journal.listEach(twice, NOON)).rejects.toThrow(UndeclaredQuery);
    await expect(journal.countEach({ ...dearest, query: 'due', atMost: 9 })).rejects.toThrow(
      UndeclaredQuery,
    );
  });

  it('of no parents asks nothing', async () => {
    const { journal } = await permitJournal(test());
    const none = { ...dearest, each: { ...each, values: [] } };
    const commands = await commandsOf(test().database, async () => {
      expect([
        await journal.listEach(none, NOON),
        await journal.countEach({ ...none, atMost: 9 }),
      ]).toEqual([[], []]);
    });
    expect(commands).toEqual([]);
  });
});
