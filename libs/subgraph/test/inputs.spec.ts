import type { Viewer } from '@onewindow/identity';
import { aClerk, aSubgraph } from './a-subgraph.ts';

const sdl = `
  enum Colour { RED GREEN BLUE }
  extend type Query {
    things(filter: Filter, after: String @constraint(maxLength: 9, format: "opaque")): String
    thing(code: String! @constraint(minLength: 1, maxLength: 5, format: "code")): Thing
    secret(name: String @constraint(maxLength: 1)): String @authenticated
  }
  input Filter {
    colours: [Colour!] @constraint(maxItems: 3)
    ids: [ID!] @constraint(minItems: 1, maxItems: 100)
    and: Filter
  }
  type Thing { near(name: String = "Ａ\\u3000" @constraint(maxLength: 5)): String }
  extend type Mutation { name(input: NameInput!): NameResult! }
  input NameInput {
    title: String! @constraint(minLength: 1, maxLength: 5)
    body: String @constraint(maxLength: 20, format: "text")
    rows: [Row!] @constraint(maxItems: 2, eachApart: true)
  }
  input Row { words: [String!] @constraint(minLength: 1, maxLength: 3, maxItems: 2) phone: String @constraint(maxLength: 20, format: "phone") }
  union NameResult = Named | InvalidInput
  type Named { told: String }
`;
const told = (_: unknown, args: object) => JSON.stringify(args);
const { subgraph } = aSubgraph({
  sdl,
  resolvers: {
    Query: { things: told, thing: () => ({}), secret: told },
    Thing: { near: told },
    Mutation: {
      name: (_: unknown, { input }: { readonly input: object }) => ({
        __typename: 'Named',
        told: JSON.stringify(input),
      }),
    },
  },
});
afterAll(() => subgraph.stop());

const ask = async (query: string, variables: Record<string, unknown> = {}, as: Viewer = aClerk()) =>
  subgraph.executeOperation({ query, variables }, { viewer: as });
const things = (filter: object) =>
  ask('query ($filter: Filter) { things(filter: $filter) }', { filter });
const named = async (input: object, language: 'en' | 'zh' = 'en') => {
  const query = `mutation ($input: NameInput!) { name(input: $input) {
    ... on Named { told } ... on InvalidInput { code message fields { path message } } } }`;
  const { data } = await subgraph.executeOperation(
    { query, variables: { input } },
    { viewer: aClerk(), language },
  );
  return data?.['name'] as { readonly told?: string };
};

describe('what people write', () => {
  it('is not even normalised where it is so long that nothing makes it short enough', async () => {
    const hidden = (length: number) => ({ title: `Ａ${'\u200B'.repeat(length - 1)}` });
    expect(await named(hidden(1_020))).toEqual({ told: '{"title":"A"}' });
    expect(await named(hidden(1_021))).toMatchObject({
      code: 'InvalidInput',
      fields: [{ path: 'title', message: 'At most 5 characters are taken; there are 1021.' }],
    });
  });

  it('comes to the resolvers normalised, by variable, literal and default', async () => {
    const input = { title: ' Ａ\u200B１（一） ', body: ' 一\r\n二\u0000 ', rows: [] };
    expect(JSON.parse((await named(input)).told ?? '')).toEqual({
      title: 'A1（一）',
      body: '一\n二',
      rows: [],
    });
    const literal = await ask('{ thing(code: " １—２ ") { near, far: near(name: "\\u202Eｘ") } }');
    expect(literal.data).toEqual({ thing: { near: '{"name":"A"}', far: '{"name":"x"}' } });
  });

  it('is left alone where a program gave it', async () => {
    const { data } = await ask('{ things(after: " ａ\\u200B ") }');
    expect(data).toEqual({ things: JSON.stringify({ after: ' ａ\u200B ' }) });
  });

  it('is refused when nothing is left of it, or too much, in words of the language', async () => {
    const title = '\u0000\u202E \uD800';
    expect(await named({ title, body: '字'.repeat(21) })).toMatchObject({
      code: 'InvalidInput',
      fields: [
        { path: 'title', message: 'Nothing that can be read is written here.' },
        { path: 'body', message: 'At most 20 characters are taken; there are 21.' },
      ],
    });
    expect(await named({ title }, 'zh')).toMatchObject({
      fields: [{ path: 'title', message: '不能为空。' }],
    });
  });

  it('is counted in characters after it is normalised', async () => {
    expect(await named({ title: ` ${'\u{20BB7}'.repeat(5)}\u200B` })).toHaveProperty('told');
  });
});

describe('lists', () => {
  it('say a value once, in the order it was first said', async () => {
    const { data } = await things({ colours: ['RED', 'BLUE', 'RED'], ids: ['b', 'a', 'b'] });
    expect(JSON.parse((data?.['things'] ?? '') as string)).toEqual({
      filter: { colours: ['RED', 'BLUE'], ids: ['b', 'a'] },
    });
  });

  it.each([
    ['colours', 10_000, 3, () => 'RED'],
    ['ids', 10_000, 100, (_: unknown, at: number) => at.toString()],
  ] as const)('of %s are refused when there are %i', async (...[name, many, most, value]) => {
    const { data, errors } = await things({ and: { [name]: Array.from({ length: many }, value) } });
    expect(data?.['things']).toBeNull();
    expect(errors?.[0]).toMatchObject({
      message: `filter.and.${name}: At most ${most} are taken at once; there are ${many}.`,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('of 70,000 ids reach no resolver, by variable or written out', async () => {
    const ids = Array.from({ length: 70_000 }, (_, at) => at.toString());
    for (const answer of [
      await things({ ids }),
      await ask(`{ things(filter: { ids: ${JSON.stringify(ids)} }) }`),
    ]) {
      expect(answer.data?.['things'] ?? null).toBeNull();
      expect(answer.errors?.[0]?.extensions?.['code']).toMatch(
        /^BAD_USER_INPUT|_LIMIT$|PARSE_FAILED$/,
      );
    }
  });

  it('that must name something may not be empty', async () => {
    const { errors } = await things({ ids: [] });
    expect(errors?.[0]?.message).toBe('filter.ids: At least 1 must be named.');
  });

  it('whose items stand apart leave the faults of an item to the resolver', async () => {
    const rows = [{ words: ['ａ', 'four'] }, { phone: ' 0000—0000 ' }];
    const { told: text } = await named({ title: 'a', rows });
    expect(JSON.parse(text ?? '')).toMatchObject({
      rows: [{ words: ['a', 'four'] }, { phone: '0000-0000' }],
    });
    expect(await named({ title: 'a', rows: [{}, {}, {}] })).toMatchObject({
      fields: [{ path: 'rows', message: 'At most 2 are taken at once; there are 3.' }],
    });
  });
});

it('an id may not be endless, and is not text', async () => {
  const { data } = await things({ ids: [' ａ '] });
  expect(data?.['things']).toContain(' ａ ');
  const { errors } = await things({ ids: ['x'.repeat(201)] });
  expect(errors?.[0]?.message).toContain('filter.ids.0: ');
});

it('who may not ask is told that, and not what he asked wrongly', async () => {
  const nobody: Viewer = { id: 'anonymous:1', kind: 'ANONYMOUS', scopes: new Set() };
  const { errors } = await ask('{ secret(name: "long") }', {}, nobody);
  expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
});

it('a format that there is not is told at the start', () => {
  const misspelt = 'extend type Query { a(b: String @constraint(format: "lines")): Int }';
  expect(() => aSubgraph({ sdl: misspelt })).toThrow('b has the unknown format lines');
});
