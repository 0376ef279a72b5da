import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { productOf, SUBGRAPHS } from '../bench-graph.ts';

/** The subgraph `products` by Apollo's server: what one query costs with no gateway in front of it. */
const products = (_: unknown, { first, seed }: { readonly first: number; readonly seed: number }) =>
  Array.from({ length: first }, (_item, at) => productOf(seed + at));
const server = new ApolloServer({
  schema: buildSubgraphSchema({
    typeDefs: parse(SUBGRAPHS.products),
    resolvers: { Query: { products } },
  }),
});
await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: Number(process.env['PORT']) },
});
