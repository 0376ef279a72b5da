import { buildSchema, graphql } from 'graphql';
import { connection } from './connection.ts';
import { countWhenAsked } from './count-when-asked.ts';
import { pageRequest } from './page-request.ts';

describe('a page request', () => {
  it('has 20 rows when nobody says how many', () => {
    expect(pageRequest({})).toEqual({ first: 20 });
    expect(pageRequest({ first: null, after: null })).toEqual({ first: 20 });
  });

  it('takes up to 100 rows behind a cursor', () => {
    expect(pageRequest({ first: 100, after: 'c' })).toEqual({ first: 100, after: 'c' });
  });

  it.each([101, 0, -1])('refuses %i rows rather than clipping', (first) => {
    expect(() => pageRequest({ first })).toThrow('1 to 100');
  });
});

describe('a connection', () => {
  it('has the cursors of its first and last row', () => {
    const rows = ['a', 'b'].map((cursor) => ({ cursor, node: cursor.toUpperCase() }));
    const page = { edges: rows, hasNextPage: true, hasPreviousPage: false };
    expect(connection(page, (row) => ({ id: row }))).toEqual({
      edges: [
        { cursor: 'a', node: { id: 'A' } },
        { cursor: 'b', node: { id: 'B' } },
      ],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: 'a', endCursor: 'b' },
    });
  });

  it('has no cursors when it is empty', () => {
    const page = { edges: [], hasNextPage: false, hasPreviousPage: false };
    expect(connection(page, (row) => row).pageInfo).toMatchObject({
      startCursor: null,
      endCursor: null,
    });
  });
});

describe('the total', () => {
  const schema = buildSchema('type List { totalCount: Int! other: Int } type Query { list: List }');
  const counted = async (source: string, variableValues: Record<string, unknown> = {}) => {
    let count = 0;
    const rootValue = {
      list: async (
        _args: unknown,
        _context: unknown,
        info: Parameters<typeof countWhenAsked>[0],
      ) => ({
        totalCount: await countWhenAsked(info, () => Promise.resolve((count += 1))),
      }),
    };
    const { errors } = await graphql({ schema, source, rootValue, variableValues });
    expect(errors).toBeUndefined();
    return count;
  };

  it.each([
    '{ list { totalCount } }',
    '{ list { n: totalCount } }',
    '{ list { ... { totalCount } } }',
    '{ list { ...F } } fragment F on List { totalCount }',
    'query ($yes: Boolean = true) { list { totalCount @include(if: $yes) } }',
  ])('is counted once for %s', async (query) => {
    expect(await counted(query)).toBe(1);
  });

  it.each([
    '{ list { other } }',
    '{ list { totalCount @skip(if: true) other } }',
    '{ list { other ...F @include(if: false) } } fragment F on List { totalCount }',
  ])('is not counted for %s', async (query) => {
    expect(await counted(query)).toBe(0);
  });
});
