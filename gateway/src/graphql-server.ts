import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { isTracing } from '@onewindow/runtime';
import {
  createDocumentStore,
  describeOperation,
  limitOptions,
  type Limits,
} from '@onewindow/subgraph';
import type { OperationDefinitionNode } from 'graphql';
import { printResult } from './execution/printed-data.ts';
import { forbiddenAliases } from './forbidden-aliases.ts';
import { maskError } from './mask-error.ts';
import { logErrors, withTraceId } from './operation-errors.ts';
import type { RequestContext } from './request-context.ts';

/** Apollo Server over the gateway, without HTTP of its own, with our errors and limits. */
export function createGraphqlServer(
  gateway: GatewayInterface,
  { limits, introspection }: { readonly limits: Limits; readonly introspection: boolean },
): ApolloServer<RequestContext> {
  const { validationRules, parseOptions } = limitOptions(limits);
  return new ApolloServer<RequestContext>({
    gateway,
    parseOptions,
    validationRules: [...validationRules, forbiddenAliases],
    plugins: [
      tracedErrors,
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
    introspection,
    documentStore: createDocumentStore(),
    // They are given their texts before, by `http/persisted-queries.ts`.
    persistedQueries: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    status400ForVariableCoercionErrors: true,
    stopOnTerminationSignals: false,
    formatError: maskError,
    stringifyResult: printResult,
    logger: silent,
  });
}

/** Errors are told in the log, and to the caller with the trace id under which they stand there. */
const tracedErrors: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue: { log }, operationName }) => {
        logErrors(errors, { log, operationName });
        return Promise.resolve();
      },
      // Not there while traces are off: Apollo waits for each hook.
      ...(isTracing() && { didResolveOperation: tellOperation }),
      willSendResponse: ({ response: { body }, contextValue: { traceId } }) => {
        if (body.kind === 'single' && body.singleResult.errors)
          body.singleResult.errors = withTraceId(body.singleResult.errors, traceId);
        return Promise.resolve();
      },
    }),
};

function tellOperation({ operation }: { readonly operation?: OperationDefinitionNode }) {
  describeOperation(operation);
  return Promise.resolve();
}

const nothing = () => undefined;
/** Apollo's own lines repeat what `tracedErrors` logs, without a trace id. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
