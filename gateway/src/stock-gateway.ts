import { ApolloGateway } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { Log } from '@onewindow/runtime';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { boundExecutor } from './bounded-executor.ts';
import { withResolvableKeysFirst } from './execution/resolvable-keys.ts';
import { withSeparateConditions } from './execution/separate-conditions.ts';
import { createHttpDataSource } from './subrequests/http-data-source.ts';
import type { SubgraphClient } from './subrequests/subgraph-client.ts';

export interface StockGatewayOptions {
  readonly client: (subgraph: string) => Pick<SubgraphClient, 'send'>;
  readonly log: Log;
  /** The most that an operation may cost. */
  readonly cost?: number;
}

/** Apollo's gateway with its own executor: to compare ours with, and a way back. */
export function createStockGateway(
  supergraphSdl: string,
  { client, log, cost = Infinity }: StockGatewayOptions,
): GatewayInterface {
  const gateway = new ApolloGateway({
    supergraphSdl: withResolvableKeysFirst(supergraphSdl),
    buildService: ({ name }) => createHttpDataSource(client(name)),
    logger: log,
    // A header would show plans to whoever sends it.
    __exposeQueryPlanExperimental: false,
  });
  // Its planner is the one that joins conditions; Apollo Server keeps documents, and hands out the same one again.
  const separated = new WeakMap<DocumentNode, DocumentNode>();
  const separate = (given: DocumentNode): DocumentNode => {
    const document = separated.get(given) ?? withSeparateConditions(given);
    separated.set(given, document);
    return document;
  };
  let schema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
  });
  const schemaOf = (): GraphQLSchema => {
    if (schema === undefined) throw new Error('The gateway has not loaded its schema.');
    return schema;
  };
  return {
    onSchemaLoadOrUpdate: (listener) => gateway.onSchemaLoadOrUpdate(listener),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      const bounded = boundExecutor(executor, { supergraphSdl, schema: schemaOf, cost });
      return {
        executor: (request) => bounded({ ...request, document: separate(request.document) }),
      };
    },
    stop: () => gateway.stop(),
  };
}
