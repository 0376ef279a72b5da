import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { isTracing } from '@onewindow/runtime';
import { describeOperation, limitOptions, type Limits } from '@onewindow/subgraph';
import { unwrapResolverError } from '@apollo/server/errors';
import type { OperationDefinitionNode } from 'graphql';
import { printResult } from './execution/printed-data.ts';
import { forbiddenAliases } from './forbidden-aliases.ts';
import { maskError } from './mask-error.ts';
import type { RequestContext } from './request-context.ts';

/** Apollo Server over the gateway, without HTTP of its own, with our errors and limits. */
export function createGraphqlServer(
  gateway: GatewayInterface,
  limits: Limits,
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
    introspection: true,
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

/** What a subgraph or the way to it did wrong is in the log with its cause, under the trace id that the caller sees. */
const tracedErrors: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue, operationName }) => {
        for (const error of errors) {
          const { code } = maskError({ message: '', extensions: error.extensions }, error)
            .extensions as { readonly code: string };
          if (code !== 'INTERNAL_SERVER_ERROR' && !code.startsWith('SUBREQUEST_')) continue;
          contextValue.log.error(
            { err: unwrapResolverError(error), path: error.path, operationName, code },
            'operation failed',
          );
        }
        return Promise.resolve();
      },
      // Not there while traces are off: Apollo waits for each hook.
      ...(isTracing() && { didResolveOperation: tellOperation }),
      willSendResponse: ({ response, contextValue: { traceId } }) => {
        if (response.body.kind === 'single' && response.body.singleResult.errors) {
          response.body.singleResult.errors = response.body.singleResult.errors.map((error) => ({
            ...error,
            extensions: { ...error.extensions, traceId },
          }));
        }
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
