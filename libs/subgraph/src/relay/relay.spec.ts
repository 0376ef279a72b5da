import { buildSchema, graphql } from 'graphql';
import { connectionOf, type List } from './connection-of.ts';
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
  const schema = buildSchema(
    'type List { totalCount: Int! totalCountIsExact: Boolean other: Int } type Query { list: List }',
  );
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
    '{ list { totalCountIsExact } }',
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

describe('the connection of a list', () => {
  const schema = buildSchema(
    `type Edge { node: String! } type Page { hasNextPage: Boolean! endCursor: String }
     type List { totalCount: Int! totalCountIsExact: Boolean! edges: [Edge!]! pageInfo: Page! }
     type Query { list(first: Int, after: String): List! }`,
  );
  const asked = async (
    query: string,
    given: (noted: (what: unknown) => void) => List<string> | null,
  ) => {
    const seen: unknown[] = [];
    const list = given((what) => seen.push(what));
    const rootValue = {
      list: (...[args, , info]: [object, unknown, Parameters<typeof countWhenAsked>[0]]) =>
        connectionOf({ args, info }, list, (row) => row.toUpperCase()),
    };
    const { data, errors } = await graphql({ schema, source: query, rootValue });
    return { seen, list: data?.['list'], error: errors?.[0]?.message };
  };
  const two = (noted: (what: unknown) => void): List<string> => ({
    page: (page) => {
      noted(page);
      const edges = ['a', 'b'].map((node) => ({ cursor: `of ${node}`, node }));
      return Promise.resolve({ edges, hasNextPage: true, hasPreviousPage: false });
    },
    count: (atMost) => {
      noted(`count to ${atMost.toString()}`);
      return Promise.resolve(5);
    },
  });
  const EDGES = 'edges { node } pageInfo { hasNextPage endCursor }';

  it('is the page that is asked for, and is not counted for it', async () => {
    const { seen, list } = await asked(`{ list(first: 2, after: "c") { ${EDGES} } }`, two);
    expect(list).toEqual({
      edges: [{ node: 'A' }, { node: 'B' }],
      pageInfo: { hasNextPage: true, endCursor: 'of b' },
    });
    expect(seen).toEqual([{ first: 2, after: 'c' }]);
  });

  it('counts all pages when somebody asks', async () => {
    const { seen, list } = await asked('{ list { totalCount } }', two);
    expect(list).toEqual({ totalCount: 5 });
    expect(seen).toEqual([{ first: 20 }, 'count to 10001']);
  });

  it.each([
    [0, 0, true],
    [10_000, 10_000, true],
    [10_001, 10_000, false],
  ])(
    'of %i rows counts %i, and says whether that is all: %s',
    async (rows, totalCount, isExact) => {
      const counting = () => ({ ...two(() => undefined), count: () => Promise.resolve(rows) });
      const { list } = await asked('{ list { totalCount totalCountIsExact } }', counting);
      expect(list).toEqual({ totalCount, totalCountIsExact: isExact });
    },
  );

  it('is empty for whoever may see none of it', async () => {
    const { list } = await asked(`{ list { totalCount totalCountIsExact ${EDGES} } }`, () => null);
    const pageInfo = { hasNextPage: false, endCursor: null };
    expect(list).toEqual({ totalCount: 0, totalCountIsExact: true, edges: [], pageInfo });
  });

  it.each([two, () => null])('refuses a page that is too large, whoever asks', async (given) => {
    const { seen, error } = await asked('{ list(first: 101) { totalCount } }', given);
    expect(error).toContain('1 to 100');
    expect(seen).toEqual([]);
  });
});
