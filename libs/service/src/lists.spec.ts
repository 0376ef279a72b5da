import { instant } from '@onewindow/kernel';
import type { ListEachRequest, ListRequest, Loaded, Page } from '@onewindow/persistence';
import { listOf, listsOfEach } from './lists.ts';

const at = instant('2026-09-18T01:30:00.000Z');
const query = { query: 'newest', equality: { department: 'd' } };

/** What a journal is asked for; each page holds one row, which is named for its parent. */
function aJournal() {
  const asked: unknown[] = [];
  const pageOf = (name: string): Page<string> => {
    const node: Loaded<string> = { id: name, version: 1, state: name };
    return { edges: [{ cursor: 'c', node }], hasNextPage: false, hasPreviousPage: false };
  };
  const answer = <Answer>(what: unknown, value: Answer) => {
    asked.push(what);
    return Promise.resolve(value);
  };
  return {
    asked,
    journal: {
      list: (request: ListRequest) => answer(request, pageOf('alone')),
      count: (request: object) => answer(request, 7),
      listEach: (request: ListEachRequest) => answer(request, request.each.values.map(pageOf)),
      countEach: (request: Pick<ListEachRequest, 'each'>) =>
        answer(
          request,
          request.each.values.map(({ length }) => length),
        ),
    },
  };
}

describe('a journal’s list', () => {
  it('is read by its query, page by page, and counted whatever the page', async () => {
    const { journal, asked } = aJournal();
    const list = listOf(journal, query, at);
    expect((await list?.page({ first: 2, after: 'c' }))?.edges).toHaveLength(1);
    expect(await list?.count(9)).toBe(7);
    expect(asked).toEqual([
      { ...query, first: 2, after: 'c' },
      { ...query, atMost: 9 },
    ]);
  });

  it('is null where the viewer may see none of it', () => {
    expect(listOf(aJournal().journal, null, at)).toBeNull();
  });
});

describe('the lists of many parents', () => {
  const listsOfAll = () => {
    const { journal, asked } = aJournal();
    const queryOf = ({ status }: { readonly status: string }, parents: readonly string[]) =>
      of(status, ...parents);
    return { asked, listsOf: listsOfEach(journal, queryOf, at) };
  };
  const open = { status: 'OPEN' };
  const of = (status: string, ...values: readonly string[]) => ({
    ...{ query: 'of', equality: { status }, each: { field: 'parent', values } },
  });

  it('cost one command for all that are asked for the same page, and answer each its own', async () => {
    const { listsOf, asked } = listsOfAll();
    const pages = await Promise.all(
      ['a', 'bb'].map(async (parent) => listsOf(parent, { ...open })?.page({ first: 2 })),
    );
    expect(pages.map((page) => page?.edges[0]?.node.id)).toEqual(['a', 'bb']);
    expect(asked).toEqual([{ ...of('OPEN', 'a', 'bb'), first: 2 }]);
  });

  it('cost one command for all counts', async () => {
    const { listsOf, asked } = listsOfAll();
    const counts = await Promise.all(
      ['a', 'bb'].map(async (parent) => listsOf(parent, open)?.count(9)),
    );
    expect(counts).toEqual([1, 2]);
    expect(asked).toEqual([{ ...of('OPEN', 'a', 'bb'), atMost: 9 }]);
  });

  it('are kept apart by what they are asked for, and by page', async () => {
    const { listsOf, asked } = listsOfAll();
    const read = async (status: string, first: number) => listsOf('a', { status })?.page({ first });
    await Promise.all([read('OPEN', 2), read('OPEN', 3), read('CLOSED', 2)]);
    expect(asked).toEqual([
      { ...of('OPEN', 'a'), first: 2 },
      { ...of('OPEN', 'a'), first: 3 },
      { ...of('CLOSED', 'a'), first: 2 },
    ]);
  });

  it('are null where the viewer may see none of them', () => {
    const { listsOf, asked } = listsOfAll();
    expect(listsOf('a', null)).toBeNull();
    expect(asked).toEqual([]);
  });
});
