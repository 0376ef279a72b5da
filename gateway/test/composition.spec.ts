import { readFileSync } from 'node:fs';
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { subgraphSdl } from '@onewindow/subgraph';
import { buildSchema } from 'graphql';
import { composeSubgraphs } from '../src/compose-subgraphs.ts';
import { subgraphNames, withoutSecurityPurpose } from '../src/supergraph.ts';
import { casesSdl, itemsSdl, supergraphSdl } from './a-graph.ts';

const root = `${__dirname}/../..`;
const load = async (sdl: string) => {
  const gateway = new ApolloGateway({
    supergraphSdl: withoutSecurityPurpose(sdl),
    buildService: () => new LocalGraphQLDataSource(buildSchema('type Query { nothing: Int }')),
  });
  const { schema } = await gateway.load();
  await gateway.stop();
  return schema;
};

it('composes a supergraph that the gateway loads, rights directives and all', async () => {
  expect(supergraphSdl).toContain('for: SECURITY');
  const schema = await load(supergraphSdl);
  expect(schema.getType('Item')).toBeDefined();
});

it('is the same text whatever the order of the subgraphs, and names no real address', () => {
  const subgraphs = [
    { name: 'cases', sdl: subgraphSdl(casesSdl) },
    { name: 'items', sdl: subgraphSdl(itemsSdl) },
  ];
  expect(composeSubgraphs([...subgraphs].reverse())).toBe(composeSubgraphs(subgraphs));
  expect(composeSubgraphs(subgraphs).match(/https?:\/\/[^"]+/g)).toEqual(
    expect.arrayContaining(['http://cases.invalid/', 'http://items.invalid/']),
  );
  expect(subgraphNames(supergraphSdl)).toEqual(['cases', 'items']);
});

it('tells every problem with its code and its subgraphs', () => {
  const clashing = 'extend type Query { item(id: ID!): Int }';
  const compose = () =>
    composeSubgraphs([
      { name: 'items', sdl: subgraphSdl(itemsSdl) },
      { name: 'rival', sdl: subgraphSdl(clashing) },
    ]);
  expect(compose).toThrow(/do not compose:\n- FIELD_TYPE_MISMATCH: .*"items".*"rival"/);
});

it('finds one copy of the federation internals: with two, almost every query dies', () => {
  const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version?: string }>>;
  };
  const copies = Object.entries(lock.packages).filter(([path]) =>
    path.endsWith('node_modules/@apollo/federation-internals'),
  );
  expect(copies.map(([, { version }]) => version)).toEqual(['2.14.4']);
});
