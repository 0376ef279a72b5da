import * as fc from 'fast-check';
import { Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql';
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

/** The plain measure: every fragment put in its place, fields counted along the longest way down. */
function plainDepth(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet] as const] : [],
    ),
  );
  const within = (set: SelectionSetNode | undefined): number =>
    Math.max(
      0,
      ...(set?.selections ?? []).map((node) => {
        if (node.kind === Kind.FRAGMENT_SPREAD) return within(fragments.get(node.name.value));
        if (node.kind === Kind.INLINE_FRAGMENT) return within(node.selectionSet);
        return 1 + within(node.selectionSet);
      }),
    );
  return Math.max(
    ...document.definitions.map((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? within(node.selectionSet) : 0,
    ),
  );
}

/** Chains of fragments, each of which goes some levels down and into those after it, in any order. */
const queries = fc
  .array(fc.record({ levels: fc.integer({ min: 0, max: 3 }), inline: fc.boolean() }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((steps) => {
    const bodies = steps.map(({ levels, inline }, index) => {
      const spreads = steps.slice(index + 1).map((_, later) => `...F${index + 1 + later}`);
      const inner = ['id', ...spreads].join(' ');
      const nested = 'next { '.repeat(levels) + inner + ' }'.repeat(levels);
      return `fragment F${index} on Node { ${inline ? `... on Node { ${nested} }` : nested} }`;
    });
    return ['{ node { ...F0 } }', ...bodies].join(' ');
  });

it('measures depth as with every fragment expanded', async () => {
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const refused = (await ask(query)).errors?.some((error) => error.message.includes('depth'));
      expect(refused ?? false).toBe(plainDepth(parse(query)) > 6);
    }),
    { numRuns: 200 },
  );
});

it('counts aliases of __typename too', async () => {
  const typenames = Array.from({ length: 5 }, (_, index) => `a${index}: __typename`).join(' ');
  expect(await message(`{ ${typenames} }`)).toContain('Aliases limit');
});

it('refuses a pile of directives and a flood of tokens', async () => {
  expect(await message(`{ node { id ${'@include(if: true) '.repeat(4)} } }`)).toBeDefined();
  expect((await ask(`{ ${'node { id } '.repeat(120)} }`)).errors?.[0]?.extensions['code']).toBe(
    'GRAPHQL_PARSE_FAILED',
  );
});

it('refuses an operation that could cost too much, by its depth and page sizes', async () => {
  const { subgraph: dear } = aSubgraph({
    sdl: 'type Row { id: ID! rows(first: Int): [Row] } extend type Query { rows(first: Int): [Row] }',
    limits: { cost: 1_000 },
  });
  const cost = async (first: number) =>
    (await dear.executeOperation(
      { query: `{ rows(first: ${first}) { rows(first: ${first}) { id } } }` },
      { viewer: nobody },
    )) as Answered;
  expect((await cost(10)).errors).toBeUndefined();
  expect((await cost(50)).errors?.[0]?.message).toContain('Cost limit');
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
