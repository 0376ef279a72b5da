import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { buildSchema, parse, validate } from 'graphql';
import { composeSubgraphs } from '../src/compose-subgraphs.ts';
import { readAudiences } from '../src/explorer/audiences.ts';
import { withoutSecurityPurpose } from '../src/supergraph.ts';

const root = `${__dirname}/../..`;
const committed = readdirSync(`${root}/services`)
  .map((name) => ({ name, file: `${root}/services/${name}/subgraph.graphql` }))
  .filter(({ file }) => existsSync(file))
  .map(({ name, file }) => ({ name, sdl: readFileSync(file, 'utf8') }));
const supergraph = readFileSync(`${root}/gateway/supergraph.graphql`, 'utf8');

it('is what the committed subgraphs compose to (npm run compose -w gateway)', () => {
  expect(supergraph).toBe(composeSubgraphs(committed));
});

it('is understood by the gateway, and so is every operation of the explorer', async () => {
  const gateway = new ApolloGateway({
    supergraphSdl: withoutSecurityPurpose(supergraph),
    buildService: () => new LocalGraphQLDataSource(buildSchema('type Query { nothing: Int }')),
  });
  const { schema } = await gateway.load();
  await gateway.stop();
  for (const { key, queries } of readAudiences(`${root}/gateway/explorer`)) {
    expect([key, queries.length > 1]).toEqual([key, true]);
    for (const query of queries) {
      expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
    }
  }
});
