import {
  ApolloServer,
  HeaderMap,
  type ApolloServerPlugin,
  type GraphQLRequestContextDidResolveOperation,
} from '@apollo/server';
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
  inLanguage,
  limitOptions,
  parseLanguage,
  type Limits,
} from '@onewindow/subgraph';
import { printResult } from './execution/printed-data.ts';
import { maskError } from './mask-error.ts';
import { logErrors, withTraceId } from './operation-errors.ts';
import { rootFieldsOf } from './rates/root-fields.ts';
import { tooManyByHttp } from './rates/too-many-error.ts';
import type { RequestContext } from './request-context.ts';

/** Apollo Server over the gateway, without HTTP of its own, with our errors and limits. */
export function createGraphqlServer(
  gateway: GatewayInterface,
  { limits, introspection }: { readonly limits: Limits; readonly introspection: boolean },
): ApolloServer<RequestContext> {
  const { parseOptions } = limitOptions(limits);
  return new ApolloServer<RequestContext>({
    gateway,
    parseOptions,
    // It was done before: `onlyValid` lets nothing else through.
    dangerouslyDisableValidation: true,
    plugins: [
      tracedErrors,
      onlyValid,
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
      willSendResponse: ({ response: { body }, contextValue: { traceId, acceptLanguage } }) => {
        if (body.kind === 'single' && body.singleResult.errors) {
          const told = inLanguage(body.singleResult.errors, parseLanguage(acceptLanguage));
          body.singleResult.errors = withTraceId(told, traceId);
        }
        return Promise.resolve();
      },
    }),
};

/**
 * Texts are read before Apollo Server sees them, where they keep nobody waiting (`planning/new-texts.ts`); of a wrong
 * one it is given `NO_TEXT` to answer. No operation goes on whose text was not found to be valid.
 */
const onlyValid: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async (request) => {
        const { text } = request.contextValue;
        if (text === undefined) throw new Error('The text of this operation was not read.');
        if ('fault' in text) throw text.fault;
        if (text.errors.length === 0) await beginOperation(request);
      },
      responseForOperation: ({ contextValue: { text } }) =>
        Promise.resolve(
          text === undefined || 'fault' in text || text.errors.length === 0
            ? null
            : {
                http: { status: 400, headers: new HeaderMap() },
                body: {
                  kind: 'single',
                  singleResult: { errors: text.errors.map((error) => error.toJSON()) },
                },
              },
        ),
    }),
};

/** What stands for a text that is refused, or could not be read. */
export const NO_TEXT = '{ __typename }';

async function beginOperation({
  document,
  operation,
  contextValue: { takeFields, acceptLanguage },
}: GraphQLRequestContextDidResolveOperation<RequestContext>): Promise<void> {
  if (isTracing()) describeOperation(operation);
  // Which operation is meant may be unknown: that is refused elsewhere.
  if (operation === undefined) return;
  const tooMany = await takeFields?.(rootFieldsOf(document, operation));
  if (tooMany) throw tooManyByHttp(tooMany, parseLanguage(acceptLanguage));
}

const nothing = () => undefined;
/** Apollo's own lines repeat what `tracedErrors` logs, without a trace id. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
