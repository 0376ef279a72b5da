import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';

/**
 * A subgraph only declares subscriptions: the gateway hears the events and asks for the entity with
 * each. Executed here one would be answered once, like a query, as if that were all.
 */
export const refuseSubscriptions: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) => {
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return Promise.resolve();
        return Promise.reject(
          new GraphQLError('Subscribe at the gateway, not at a subgraph. 请向网关订阅。', {
            extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
          }),
        );
      },
    }),
};
