import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLRequestContextDidResolveOperation,
  type GraphQLRequestContextParsingDidStart,
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
import { forbiddenAliases } from './forbidden-aliases.ts';
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
      parsingDidStart: beginText,
      didResolveOperation: beginOperation,
      willSendResponse: ({ response: { body }, contextValue: { traceId, acceptLanguage } }) => {
        if (body.kind === 'single' && body.singleResult.errors) {
          const told = inLanguage(body.singleResult.errors, parseLanguage(acceptLanguage));
          body.singleResult.errors = withTraceId(told, traceId);
        }
        return Promise.resolve();
      },
    }),
};

/** Only of texts that are not kept: the others are parsed and valid. The route answers what is thrown here. */
async function beginText({
  source,
  contextValue: { takeText, acceptLanguage },
}: GraphQLRequestContextParsingDidStart<RequestContext>): Promise<void> {
  const tooMany = await takeText?.(source.length);
  if (tooMany) throw tooManyByHttp(tooMany, parseLanguage(acceptLanguage));
  await nextTurn();
}

/** What is in hand goes on before another new text is looked at. */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

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
