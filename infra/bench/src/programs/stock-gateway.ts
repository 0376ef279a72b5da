import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** Apollo's gateway as its documentation has it: every default, every part Apollo's own. */
const server = new ApolloServer({
  gateway: new ApolloGateway({ supergraphSdl: readFileSync(process.argv[2] ?? '', 'utf8') }),
});
await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: Number(process.env['PORT']) },
});
