import { readFileSync } from 'node:fs';
import { createCostModel, readCostDirectives, subgraphSdl } from '@onewindow/subgraph';
import { getOperationAST, Kind, parse, print } from 'graphql';
import { composeSubgraphs } from '../src/compose-subgraphs.ts';
import { createSupergraphPlanner } from '../src/execution/supergraph-planner.ts';
import { withoutSecurityPurpose } from '../src/supergraph.ts';

const ours = readFileSync(`${__dirname}/../supergraph.graphql`, 'utf8');

function costIn(supergraphSdl: string): (query: string) => number {
  const sdl = withoutSecurityPurpose(supergraphSdl);
  const { schema } = createSupergraphPlanner(sdl);
  const model = createCostModel(schema, readCostDirectives(parse(sdl)));
  return (query) => {
    const document = parse(query);
    const operation = getOperationAST(document);
    return operation ? model.compile(document, operation).estimated({}) : 0;
  };
}

it('a weight that a department sets in its SDL is what the gateway counts', () => {
  const sdl = (weight: string) => `
    extend type Query { plain: Dear dear: Dear ${weight} }
    type Dear { one: Int two(all: Boolean): Int ${weight} }`;
  const of = (weight: string) =>
    costIn(composeSubgraphs([{ name: 'department', sdl: subgraphSdl(sdl(weight)) }]));
  const [light, heavy] = [of(''), of('@cost(weight: 40)')];
  expect(light('{ dear { one } }')).toBe(1);
  expect(heavy('{ dear { one } }')).toBe(41);
  expect(heavy('{ dear { two } }')).toBe(81);
  expect(heavy('{ plain { one } }')).toBe(1);
});

it('counting and searching cost more than reading, in every list of our graph', () => {
  const cost = costIn(ours);
  const read = cost('{ items(first: 5) { pageInfo { hasNextPage } } }');
  expect(cost('{ items(first: 5) { totalCount pageInfo { hasNextPage } } }')).toBe(read + 20);
  expect(cost('{ searchItems(query: "x", first: 5) { pageInfo { hasNextPage } } }')).toBe(
    read + 50,
  );
  // Its absent filters are all their values: twenty-four ranges of the index are merged.
  const alerts = cost('{ supervisionAlerts(first: 5) { pageInfo { hasNextPage } } }');
  expect(alerts).toBe(read + 10);
  const { weights } = readCostDirectives(parse(ours));
  const counts = parse(ours).definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION &&
    (node.fields ?? []).some(({ name }) => name.value === 'totalCount')
      ? [`${node.name.value}.totalCount`]
      : [],
  );
  expect(counts.length).toBeGreaterThan(5);
  expect(counts.filter((coordinate) => !weights.has(coordinate))).toEqual([]);
});

describe('every list of our graph of which `first` rows are asked', () => {
  const { weights, sizes } = readCostDirectives(parse(ours));
  const fields = parse(ours).definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION
      ? (node.fields ?? []).map((field) => ({ ...field, of: node.name.value }))
      : [],
  );
  const sliced = fields.filter(({ arguments: given = [] }) =>
    given.some(({ name }) => name.value === 'first'),
  );
  const coordinateOf = ({ of, name }: (typeof fields)[number]) => `${of}.${name.value}`;

  it('is counted by `first`', () => {
    expect(sliced.length).toBeGreaterThan(20);
    const without = sliced.filter(
      (field) => sizes.get(coordinateOf(field))?.slicingArguments.join() !== 'first',
    );
    expect(without.map(coordinateOf)).toEqual([]);
  });

  it('is among these: a connection without `first` is none', () => {
    const connections = fields.filter(({ type }) => print(type).endsWith('Connection!'));
    expect(connections.filter((field) => !sliced.includes(field)).map(coordinateOf)).toEqual([]);
  });

  it('costs ten times as much by a hundred rows as by ten', () => {
    const cost = costIn(ours);
    const of = (first: number) => cost(`{ items(first: ${first}) { edges { node { id } } } }`);
    expect(of(100) - of(10)).toBe(90 * (of(2) - of(1)));
    expect(of(2) - of(1)).toBeGreaterThan(0);
  });

  it('weighs more where it searches', () => {
    const searches = fields.filter(({ of, name }) => of === 'Query' && /^search/.test(name.value));
    expect(searches.map(coordinateOf)).toEqual(['Query.searchItems']);
    expect(searches.filter((field) => !weights.has(coordinateOf(field)))).toEqual([]);
  });
});
