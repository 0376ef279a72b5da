import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { carryOutWhole } from '@onewindow/runtime';
import { OperationTypeNode, type GraphQLSchema } from 'graphql';
import { describeOperation } from './describe-operation.ts';
import { createDocumentStore } from './document-store.ts';
import { unauthenticated } from './graphql-errors.ts';
import { limitOptions, type Limits } from './limits/limits.ts';
import { isPublicError, maskError } from './mask-errors.ts';
import { inLanguage } from './own-words.ts';
import { refuseSubscriptions } from './refuse-subscriptions.ts';
import type { SubgraphContext } from './request.ts';
import { refuseRequests } from './refuse-requests.ts';

/** Set on a context: asked before a mutation runs, answers false when its request was seen before. */
export const claimRequest = Symbol('claimRequest');
type Claiming = SubgraphContext & { readonly [claimRequest]?: () => Promise<boolean> };

/** Apollo Server over a schema, without HTTP of its own, with our errors and limits. */
export function createGraphqlServer<Context extends SubgraphContext>(
  schema: GraphQLSchema,
  limits: Limits,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    ...limitOptions(limits),
    plugins: [
      refuseSubscriptions,
      refuseRequests(schema, limits),
      onceOnly,
      tracedErrors,
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
    // Who gets this far has a request token; the gateway's own schema has no introspection of subgraphs.
    documentStore: createDocumentStore(),
    // Only the gateway asks here, and it sends whole texts.
    persistedQueries: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    status400ForVariableCoercionErrors: true,
    formatError: maskError,
    logger: silent,
  });
}

/** A mutation whose token was used before, here or at another replica, does not run. One that runs is carried out whole. */
const onceOnly: ApolloServerPlugin<Claiming> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ operation, contextValue }) => {
        describeOperation(operation);
        if (operation?.operation !== OperationTypeNode.MUTATION) return;
        carryOutWhole();
        const claim = contextValue[claimRequest];
        if (claim && !(await claim())) throw unauthenticated();
      },
    }),
};

/** Faults go to the log with their cause; what the caller sees of any error is found there by its trace id. */
const tracedErrors: ApolloServerPlugin<SubgraphContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue, operationName }) => {
        for (const error of errors) {
          if (isPublicError(error)) continue;
          const fault = error.originalError ?? error;
          contextValue.log.error({ err: fault, path: error.path, operationName }, 'request failed');
        }
        return Promise.resolve();
      },
      willSendResponse: ({ response, contextValue: { traceId, language = 'zh' } }) => {
        if (response.body.kind === 'single' && response.body.singleResult.errors) {
          const { errors } = response.body.singleResult;
          response.body.singleResult.errors = inLanguage(errors, language).map((error) => ({
            ...error,
            extensions: { ...error.extensions, traceId },
          }));
        }
        return Promise.resolve();
      },
    }),
};

const nothing = () => undefined;
/** Apollo's own lines repeat what `tracedErrors` logs, without a trace id. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
