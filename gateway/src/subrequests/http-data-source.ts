import type { GraphQLDataSource } from '@apollo/gateway';
import type { GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import type { RequestContext } from '../request-context.ts';
import type { SubgraphClient } from './subgraph-client.ts';

/** The gateway's way to a subgraph: our client in place of `RemoteGraphQLDataSource`, which has no timeout and no limit. */
export function createHttpDataSource(client: Pick<SubgraphClient, 'send'>): GraphQLDataSource {
  return {
    process: async ({ request, context }): Promise<GatewayGraphQLResponse> => {
      const { query = '', variables, operationName } = request;
      const body = JSON.stringify({ query, variables, operationName });
      // As the planner prints it; what it does not call a query is never sent twice.
      const isQuery = query.startsWith('query') || query.startsWith('{');
      return await client.send(body, context as RequestContext, isQuery);
    },
  };
}
