import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { wordedError } from './own-words.ts';

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
          wordedError(
            'BAD_REQUEST',
            { en: 'Subscribe at the gateway, not at a subgraph.', zh: '请向网关订阅。' },
            { extensions: { http: { status: 400 } } },
          ),
        );
      },
    }),
};
