import { InvalidCursor } from '@onewindow/persistence';
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
    ['of another question', Buffer.from('["x",7,"a"]').toString('base64url')],
    ['that is no JSON', 'bm9uc2Vuc2U'],
    ['that is nothing', ''],
  ])('refuses a cursor %s', (_what, cursor) => {
    expect(() => pageOfRanked('户口', rows, { first: 2, after: cursor })).toThrow(InvalidCursor);
  });
});
