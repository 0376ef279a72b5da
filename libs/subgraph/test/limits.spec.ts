import * as fc from 'fast-check';
import { Kind, parse, visit, type DocumentNode, type SelectionSetNode } from 'graphql';
import { aSubgraph, nobody, type Answered } from './a-subgraph.ts';

const { subgraph } = aSubgraph({
  sdl: 'type Node @key(fields: "id") { id: ID! next: Node } extend type Query { node: Node }',
  resolvers: { Query: { node: () => null }, Node: { __resolveReference: (node: unknown) => node } },
  limits: { depth: 6, aliases: 4, directives: 3, tokens: 300 },
  maxRepresentations: 3,
});
const ask = async (query: string) =>
  (await subgraph.executeOperation({ query }, { viewer: nobody })) as Answered;
const message = async (query: string) => (await ask(query)).errors?.[0]?.message;

interface Counted {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
}

/** The plain measure: every fragment put in its place, and then counted. */
function plainMeasure(document: DocumentNode): Counted {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const expanded = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const { directives = [], selectionSet } = fragments.get(node.name.value) ?? {
          selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
        };
        return {
          kind: Kind.INLINE_FRAGMENT,
          directives: [...(node.directives ?? []), ...directives],
          selectionSet: expanded(selectionSet),
        };
      }
      return node.selectionSet ? { ...node, selectionSet: expanded(node.selectionSet) } : node;
    }),
  });
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  let [depth, deepest, aliases, directives] = [0, 0, 0, 0];
  visit(
    { ...operation, selectionSet: expanded(operation.selectionSet) },
    {
      Field: {
        enter: ({ alias }) => {
          if (alias) aliases += 1;
          depth += 1;
          deepest = Math.max(deepest, depth);
        },
        leave: () => {
          depth -= 1;
        },
      },
      Directive: () => {
        directives += 1;
      },
    },
  );
  return { depth: deepest, aliases, directives };
}

/** Chains of fragments, each of which goes some levels down and into those after it, in any order and more than once. */
const queries = fc
  .array(
    fc.record({
      levels: fc.integer({ min: 0, max: 3 }),
      inline: fc.boolean(),
      alias: fc.boolean(),
      twice: fc.boolean(),
      first: fc.boolean(),
      directive: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((steps) => {
    const bodies = steps.map(({ levels, inline, alias, twice, first, directive }, index) => {
      const when = directive ? ' @include(if: true)' : '';
      const spreads = steps
        .slice(index + 1)
        .flatMap((_, later) => {
          const spread = `...F${index + 1 + later}${when}`;
          return twice && later === 0 ? [spread, spread] : [spread];
        })
        .join(' ');
      const leaf = `${alias ? 'a: ' : ''}id${when}`;
      const inner = first ? `${leaf} ${spreads}` : `${spreads} ${leaf}`;
      const nested = 'next { '.repeat(levels) + inner + ' }'.repeat(levels);
      return `fragment F${index} on Node { ${inline ? `... on Node { ${nested} }` : nested} }`;
    });
    return ['{ node { ...F0 } }', ...bodies].join(' ');
  });

it('measures as with every fragment expanded', async () => {
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const { depth, aliases, directives } = plainMeasure(parse(query));
      const codes = ((await ask(query)).errors ?? []).map(({ extensions }) => extensions['code']);
      expect(codes).toEqual([
        ...(depth > 6 ? ['DEPTH_LIMIT'] : []),
        ...(aliases > 4 ? ['ALIAS_LIMIT'] : []),
        ...(directives > 3 ? ['DIRECTIVE_LIMIT'] : []),
      ]);
    }),
    { numRuns: 300 },
  );
});

it('counts a fragment each time it is spread, also where it was seen before (GHSA-224p-v68g-5g8f)', async () => {
  const deep = 'next { next { next { next { next { id } } } } }';
  const query = `fragment A on Node { id ...B } fragment B on Node { ${deep} } { node { ...B next { ...A } } }`;
  expect((await ask(query)).errors?.[0]?.extensions).toMatchObject({
    ...{ code: 'DEPTH_LIMIT', limit: 6, found: 8 },
  });
});

it('is not held up by fragments that double at each step', async () => {
  const fragments = Array.from(
    { length: 24 },
    (_, step) => `fragment F${step} on Node { ...F${step + 1} ...F${step + 1} }`,
  );
  const query = `{ node { ...F0 } } ${fragments.join(' ')} fragment F24 on Node { a: id }`;
  expect((await ask(query)).errors?.[0]?.extensions).toMatchObject({
    ...{ code: 'ALIAS_LIMIT', found: 2 ** 24 },
  });
});

it('counts aliases of __typename too, and says what to do', async () => {
  const typenames = Array.from({ length: 5 }, (_, index) => `a${index}: __typename`).join(' ');
  expect(await message(`{ ${typenames} }`)).toBe(
    'The operation has 5 aliases, fragments counted in; there may be 4. Ask in several requests.',
  );
});

it('refuses a flood of tokens', async () => {
  const [error] = (await ask(`{ ${'node { id } '.repeat(120)} }`)).errors ?? [];
  expect(error?.extensions).toMatchObject({ code: 'TOKEN_LIMIT', limit: 300 });
  expect(error?.message).toContain('more than 300 tokens');
});

describe('the cost of an operation', () => {
  const { subgraph: dear } = aSubgraph({
    sdl: `type Row @cost(weight: 2) { id: ID! rows(first: Int = 20): Rows
        @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)
        many: [Row] search(text: String @cost(weight: 5)): Int @cost(weight: 30) }
      type Rows { edges: [Edge!]! } type Edge { node: Row! }
      extend type Query { row: Row } extend type Mutation { change: Row }`,
    limits: { cost: 0, depth: 40 },
  });
  const read = async (query: string, variables: Record<string, unknown> = {}) => {
    const answer = (await dear.executeOperation(
      { query, variables },
      { viewer: nobody },
    )) as Answered;
    return answer.errors?.[0]?.extensions;
  };
  const costOf = async (query: string, variables?: Record<string, unknown>) =>
    (await read(query, variables))?.['found'];
  const rows = 'rows(first: $n) { edges { node { id } } }';
  const query = `query ($n: Int) { row { ${rows} } }`;

  it.each<[string, Record<string, unknown>, number]>([
    ['{ row { id } }', {}, 2],
    ['{ row { many { id } } }', {}, 2 + 10 * 2],
    ['{ row { search } }', {}, 2 + 30],
    ['{ row { search(text: "x") } }', {}, 2 + 35],
    ['mutation { change { id } }', {}, 2 + 10],
    [query, { n: 7 }, 2 + 1 + 7 * 3],
    [query.replace('$n', '$n').replace('($n: Int)', '($n: Int = 9)'), {}, 2 + 1 + 9 * 3],
    [query, {}, 2 + 1 + 20 * 3],
    [query, { n: null }, 2 + 1 + 20 * 3],
    ['{ row { rows { edges { node { id } } } } }', {}, 2 + 1 + 20 * 3],
    ['{ row { rows(first: 3) { ...E } } } fragment E on Rows { edges { node { id } } }', {}, 12],
    ['query ($a: Boolean!) { row { id many @include(if: $a) { id } } }', { a: false }, 2],
    ['query ($a: Boolean!) { row { id ... @skip(if: $a) { many { id } } } }', { a: false }, 22],
  ])('%s with %j', async (text, variables, cost) => {
    expect(await costOf(text, variables)).toBe(cost);
  });

  it('is the same by variables, by literals and with fragments, four levels deep, and names the dearest path', async () => {
    const nest = (open: string) =>
      `rows${open} { edges { node { `.repeat(4) + 'id' + ' } } }'.repeat(4);
    const literal = await read(`{ row { ${nest('(first: 100)')} } }`);
    const variable = await read(`query ($n: Int) { row { ${nest('(first: $n)')} } }`, { n: 100 });
    expect(variable).toEqual({ ...literal, traceId: expect.any(String) as unknown });
    expect(literal).toMatchObject({
      code: 'COST_LIMIT',
      mostExpensive: `row${'.rows.edges.node'.repeat(4)}`,
    });
    expect(literal?.['found']).toBeGreaterThan(3e8);
    expect(await costOf(`{ row { ${nest('')} } }`)).toBeGreaterThan(20 ** 4 * 3);
  });

  it('agrees with fragments put in their places', async () => {
    const body = fc.constantFrom('id', 'many { id }', rows, 'search', 'many { many { id } }');
    const steps = fc.array(fc.tuple(body, fc.boolean()), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(100), async (parts, n) => {
        const spread = (index: number) => (index < parts.length ? `...F${index}` : 'id');
        const fragments = parts.map(
          ([text, twice], index) =>
            `fragment F${index} on Row { ${text} many { ${spread(index + 1)} ${twice ? spread(index + 1) : ''} } }`,
        );
        const inline = (index: number): string => {
          const [text, twice] = parts[index] ?? ['id', false];
          if (index >= parts.length) return 'id';
          return `${text} many { ${inline(index + 1)} ${twice ? inline(index + 1) : ''} }`;
        };
        const head = 'query ($n: Int) { row { ';
        const used = `... @include(if: false) { ${rows} }`;
        const folded = await costOf(`${head} ${used} ${spread(0)} } } ${fragments.join(' ')}`, {
          n,
        });
        expect(folded).toBe(await costOf(`${head} ${used} ${inline(0)} } }`, { n }));
      }),
      { numRuns: 100 },
    );
  });
});

it('says it in Chinese to who wants it, in nothing but Chinese', async () => {
  const asked = { query: `{ ${'a: __typename '.repeat(5)} }` };
  const answer = (await subgraph.executeOperation(asked, {
    viewer: nobody,
    language: 'zh',
  })) as Answered;
  expect(answer.errors?.[0]?.message).toBe(
    '该操作含 5 个别名（含片段展开），最多 4 个，请分几次查询。',
  );
});

it('bounds the references of one _entities fetch', async () => {
  const references = (count: number) =>
    `{ _entities(representations: [${Array.from({ length: count }, (_, id) => `{__typename: "Node", id: "${id}"}`).join(' ')}]) { __typename } }`;
  expect((await ask(references(3))).errors).toBeUndefined();
  expect((await ask(references(4))).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

it('lets the gateway see the schema', async () => {
  expect((await ask('{ __schema { queryType { name } } }')).errors).toBeUndefined();
});
