import {
  ApolloServer,
  HeaderMap,
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
import type { DocumentNode, GraphQLError } from 'graphql';
import { printResult } from './execution/printed-data.ts';
import { maskError } from './mask-error.ts';
import { logErrors, withTraceId } from './operation-errors.ts';
import type { TextWork } from './planning/text-work.ts';
import { rootFieldsOf } from './rates/root-fields.ts';
import { tooManyByHttp } from './rates/too-many-error.ts';
import type { RequestContext } from './request-context.ts';

type IsPlanned = (query: string, operationName: string | undefined) => boolean;

/** Apollo Server over the gateway, without HTTP of its own, with our errors and limits. */
export function createGraphqlServer(
  gateway: GatewayInterface,
  {
    limits,
    introspection,
    validate,
    isPlanned = () => true,
  }: {
    readonly limits: Limits;
    readonly introspection: boolean;
    readonly validate: TextWork['validate'];
    /** Whether a valid operation was planned before; without it none is asked to pay for planning again. */
    readonly isPlanned?: IsPlanned;
  },
): ApolloServer<RequestContext> {
  const { parseOptions } = limitOptions(limits);
  return new ApolloServer<RequestContext>({
    gateway,
    parseOptions,
    // `validated` does it, and lets nothing else through.
    dangerouslyDisableValidation: true,
    plugins: [
      tracedErrors,
      validated(validate, isPlanned),
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
 * Documents are validated where they keep nobody waiting, once for as long as they are kept. No operation goes on
 * whose document was not found to be valid.
 */
function validated(
  validate: TextWork['validate'],
  isPlanned: IsPlanned,
): ApolloServerPlugin<RequestContext> {
  const verdicts = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return {
    requestDidStart: () => {
      let errors: readonly GraphQLError[] = [];
      let isTaken = false;
      return Promise.resolve({
        parsingDidStart: async (request) => {
          isTaken = true;
          await beginText(request);
        },
        didResolveOperation: async (request) => {
          const { document, source, operationName } = request;
          const known = verdicts.get(document);
          // A document may be kept whose validation or planning failed.
          const isDone =
            known && (known.length > 0 || isPlanned(source, operationName ?? undefined));
          if (!isTaken && !isDone) await beginText(request);
          errors = known ?? (await validate(source, request.contextValue));
          verdicts.set(document, errors);
          if (errors.length === 0) await beginOperation(request);
        },
        responseForOperation: () =>
          Promise.resolve(
            errors.length === 0
              ? null
              : {
                  http: { status: 400, headers: new HeaderMap() },
                  body: {
                    kind: 'single',
                    singleResult: { errors: errors.map((error) => error.toJSON()) },
                  },
                },
          ),
      });
    },
  };
}

/** Only of texts that are not kept, or were never planned. The route answers what is thrown here. */
async function beginText({
  source,
  contextValue: { takeText, acceptLanguage },
}: Pick<
  GraphQLRequestContextParsingDidStart<RequestContext>,
  'contextValue' | 'source'
>): Promise<void> {
  const tooMany = await takeText?.(source.length);
  if (tooMany) throw tooManyByHttp(tooMany, parseLanguage(acceptLanguage));
}

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
