import { InvalidCursor, writeCursor } from '@onewindow/kernel';
import { pageOfRanked } from './ranked-page.ts';

const row = (score: number, id: string) => ({ score, item: { id } });
const rows = [row(9.5, 'c'), row(7, 'a'), row(7, 'b'), row(1.25, 'd')];
const ids = (page: ReturnType<typeof pageOfRanked<(typeof rows)[number]>>) =>
  page.edges.map(({ node }) => node.item.id);

describe('a page of what was ranked', () => {
  const first = pageOfRanked('户口', rows, { first: 2 });
  const after = first.edges[1]?.cursor ?? '';

  it('goes on behind its cursor, also between two that fit alike', () => {
    expect(ids(first)).toEqual(['c', 'a']);
    expect([first.hasNextPage, first.hasPreviousPage]).toEqual([true, false]);
    const second = pageOfRanked('户口', rows, { first: 2, after });
    expect(ids(second)).toEqual(['b', 'd']);
    expect([second.hasNextPage, second.hasPreviousPage]).toEqual([false, true]);
  });

  it('repeats and skips nothing when the row of the cursor is gone or another comes before', () => {
    const later = [row(9.7, 'new'), row(9.5, 'c'), row(7, 'b'), row(1.25, 'd')];
    expect(ids(pageOfRanked('户口', later, { first: 2, after }))).toEqual(['b', 'd']);
  });

  it.each([
    ['of another question', pageOfRanked('户籍', rows, { first: 1 }).edges[0]?.cursor ?? ''],
    ['of another list', writeCursor('serviceItems.newest', [7, 'a'])],
  ])('refuses a cursor %s', (_what, cursor) => {
    expect(() => pageOfRanked('户口', rows, { first: 2, after: cursor })).toThrow(InvalidCursor);
  });
});
