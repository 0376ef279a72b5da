import { declaredShape, filterOf, UndeclaredQuery } from './declared-query.ts';

const queries = {
  newest: {
    equality: ['department', 'status', 'overdue'],
    anyOf: { status: 3, overdue: 2 },
    sort: { at: -1, _id: -1 },
  },
  byCode: { equality: ['code'], sort: {} },
} as const;
const newest = (equality: Record<string, string | string[]>) => ({
  query: 'newest',
  equality: { department: 'd', overdue: ['true', 'false'], ...equality },
});

describe('a declared query', () => {
  it('may be asked for as many values as it says, each counted once', () => {
    const status = ['A', 'B', 'C', 'A', 'B'];
    expect(declaredShape(queries, newest({ status }))).toBe(queries.newest);
    expect(filterOf(newest({ status }))).toMatchObject({ status: { $in: ['A', 'B', 'C'] } });
  });

  it.each([
    ['more values than it says', newest({ status: ['A', 'B', 'C', 'D'] })],
    ['several values of another field', newest({ status: ['A'], department: ['d', 'e'] })],
  ])('is refused for %s: it would be sorted in memory', (_, request) => {
    expect(() => declaredShape(queries, request)).toThrow(UndeclaredQuery);
  });

  it('without an order takes any number', () => {
    const code = Array.from({ length: 300 }, (_, index) => `C-${String(index)}`);
    expect(declaredShape(queries, { query: 'byCode', equality: { code } })).toBe(queries.byCode);
  });

  it('asks for one value plainly, however often it is said', () => {
    expect(filterOf({ equality: { status: ['A', 'A'] } })).toEqual({ status: 'A' });
    expect(filterOf({ equality: { status: [] } })).toEqual({ status: { $in: [] } });
  });
});
