import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { composeSubgraphs } from './src/compose-subgraphs.ts';

// `npm run compose -w gateway`: services/*/subgraph.graphql -> gateway/supergraph.graphql
const services = `${import.meta.dirname}/../services`;
const subgraphs = readdirSync(services)
  .map((name) => ({ name, file: `${services}/${name}/subgraph.graphql` }))
  .filter(({ file }) => existsSync(file))
  .map(({ name, file }) => ({ name, sdl: readFileSync(file, 'utf8') }));

writeFileSync(`${import.meta.dirname}/supergraph.graphql`, composeSubgraphs(subgraphs));
