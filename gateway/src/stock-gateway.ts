import { ApolloGateway } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { Log } from '@onewindow/runtime';
import { createHttpDataSource } from './subrequests/http-data-source.ts';
import type { SubgraphClient } from './subrequests/subgraph-client.ts';

export interface StockGatewayOptions {
  readonly client: (subgraph: string) => SubgraphClient;
  readonly log: Log;
}

/** Apollo's gateway with its own executor: to compare ours with, and a way back. */
export function createStockGateway(
  supergraphSdl: string,
  { client, log }: StockGatewayOptions,
): GatewayInterface {
  return new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => createHttpDataSource(client(name)),
    logger: log,
    // A header would show plans to whoever sends it.
    __exposeQueryPlanExperimental: false,
  });
}
