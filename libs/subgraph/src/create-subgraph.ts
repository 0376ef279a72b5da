import type { ApolloServer, GraphQLRequest } from '@apollo/server';
import type { SubgraphTokenVerifier, Viewer } from '@onewindow/identity';
import type { FormattedExecutionResult } from 'graphql';
import {
  createHttpHost,
  parseTrace,
  withRequestCost,
  type Log,
  type Metrics,
  type Routes,
} from '@onewindow/runtime';
import { claimRequest, createGraphqlServer } from './graphql-server.ts';
import { createGraphqlRoute } from './http/graphql-route.ts';
import { defaultLimits, type Limits } from './limits/limits.ts';
import { createCommandCounter, createRequestTimer } from './request-metrics.ts';
import type { SubgraphContext, SubgraphRequest } from './request.ts';
import { requestSignal } from './stop-when-late.ts';
import { createSubgraphSchema, type SubgraphSchemaOptions } from './subgraph-schema.ts';

export interface SubgraphOptions<Context extends SubgraphContext> extends SubgraphSchemaOptions {
  /** The subgraph's name: the audience of its request tokens. */
  readonly name: string;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly http: {
    /** 0 takes a free one. */
    readonly port: number;
    readonly host?: string;
    /** Where operators ask for `/metrics`; without one nobody is told. 0 takes a free one. */
    readonly adminPort?: number;
    /** Bytes of a request; 1 MiB when absent. */
    readonly bodyLimit?: number;
    /** What the service answers beside `/graphql`: uploads by ticket. */
    readonly handlers?: Routes;
  };
  readonly identity: { readonly verifier: SubgraphTokenVerifier };
  /** Made anew for every request: loaders live here. */
  readonly context: (request: SubgraphRequest) => Context | Promise<Context>;
  readonly limits?: Partial<Limits>;
  /** Whether what the service needs (Mongo, NATS) is there. Ready as long as it runs when absent. */
  readonly readiness?: () => boolean | Promise<boolean>;
  /** Run in this order at the end of `stop`, after the last answer: consumers, journals, connections. */
  readonly onStop?: readonly (() => Promise<void>)[];
}

export interface Subgraph {
  /** The address of `/graphql`, known once started. */
  readonly url: string;
  /** Where operators ask for `/metrics`, known once started; undefined without `adminPort`. */
  readonly adminAddress: string | undefined;
  start(): Promise<void>;
  /** Unready, no new requests, running ones end, then the `onStop` hooks. */
  stop(): Promise<void>;
  /** Runs an operation without HTTP and token, as `viewer`: for the service's own tests. */
  executeOperation(
    operation: GraphQLRequest,
    request: Partial<SubgraphRequest> & { readonly viewer: Viewer },
  ): Promise<FormattedExecutionResult>;
}

/** Lists may be longer than the gateway took them for: here it only ends what has gone astray. */
const COST = 10 * defaultLimits.cost;
/** The gateway writes fragments out: what it asks may be far longer than what its caller sent. */
const TOKENS = 100_000;

/** A subgraph server: `POST /graphql` for the gateway alone, `/health/live`, `/health/ready`, and `/metrics` at its admin port. */
export function createSubgraph<Context extends SubgraphContext>(
  options: SubgraphOptions<Context>,
): Subgraph {
  const { name, log, metrics, readiness = () => true } = options;
  const server = createGraphqlServer<Context>(createSubgraphSchema(options), {
    ...defaultLimits,
    cost: COST,
    tokens: TOKENS,
    ...options.limits,
  });
  const time = createRequestTimer(metrics.registry, name);
  const countCommands = createCommandCounter(metrics.registry, name);
  let address: string | undefined;
  let started: Promise<void> | undefined;
  const startServer = () => (started ??= server.start());

  const run = async (
    operation: GraphQLRequest,
    request: SubgraphRequest,
    claim?: () => Promise<boolean>,
  ) => {
    const stop = time();
    const made = await options.context(request);
    const contextValue = Object.assign(made, {
      [requestSignal]: request.signal,
      ...(claim && { [claimRequest]: claim }),
    });
    const { result: answer, cost } = await withRequestCost(
      () => execute(server, operation, contextValue),
      request.deadline,
    );
    countCommands(cost.mongoCommands);
    stop(answer.result.errors ? 'errors' : 'answered');
    return answer;
  };

  const handle = createGraphqlRoute({
    ...options.identity,
    execute: async (operation, request, claim) => {
      const { status, result } = await run(operation, request, claim);
      return { status, body: JSON.stringify(result) };
    },
  });
  const { handlers, ...http } = options.http;
  const host = createHttpHost({
    ...http,
    log,
    metrics,
    readiness: async () => address !== undefined && (await readiness()),
    handlers: { ...handlers, '/graphql': handle },
  });

  return {
    get url() {
      if (address === undefined) throw new Error(`The subgraph ${name} has not started.`);
      return `${address}/graphql`;
    },
    get adminAddress() {
      return host.adminAddress;
    },
    start: async () => {
      await startServer();
      address = await host.start();
      log.info({ subgraph: name, address }, 'subgraph listens');
    },
    stop: async () => {
      await host.drain();
      await server.stop();
      for (const hook of options.onStop ?? []) await hook();
    },
    executeOperation: async (operation, request) => {
      await startServer();
      const trace = parseTrace(request.traceparent);
      const { result } = await run(operation, {
        ...trace,
        language: 'en',
        signal: new AbortController().signal,
        log,
        ...request,
      });
      return result;
    },
  };
}

async function execute<Context extends SubgraphContext>(
  server: ApolloServer<Context>,
  operation: GraphQLRequest,
  contextValue: Context,
): Promise<{ readonly status: number; readonly result: FormattedExecutionResult }> {
  const { body, http } = await server.executeOperation(operation, { contextValue });
  if (body.kind !== 'single') throw new Error('A subgraph answers in one piece.');
  return { status: http.status ?? 200, result: body.singleResult };
}
