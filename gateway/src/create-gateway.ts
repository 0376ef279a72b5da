import type { RequestTokenMinter } from '@onewindow/identity';
import type { StreamFollower } from '@onewindow/messaging';
import { createHttpHost, type Log, type Metrics } from '@onewindow/runtime';
import { defaultLimits, type Limits } from '@onewindow/subgraph';
import { describeLimits } from './describe-limits.ts';
import { createExplorerPage } from './explorer/explorer-page.ts';
import type { PageFiles } from './explorer/page-files.ts';
import { createOwnGateway } from './execution/own-gateway.ts';
import { ANSWER_SIZE, type SendSubrequest } from './execution/plan-run.ts';
import { createSupergraphPlanner, type SupergraphPlanner } from './execution/supergraph-planner.ts';
import { createGraphqlServer } from './graphql-server.ts';
import { createExplorerRoute } from './http/explorer-route.ts';
import { createCrossOrigin } from './http/cross-origin.ts';
import { createGraphqlRoute } from './http/graphql-route.ts';
import { createOrigins } from './http/origins.ts';
import { createPersistedQueries } from './http/persisted-queries.ts';
import { createPersonasRoute } from './http/personas-route.ts';
import { createSchemaRoutes } from './http/schema-routes.ts';
import { createSubgraphsRoute } from './http/subgraphs-route.ts';
import { createLive } from './live/create-live.ts';
import { createNewTexts } from './planning/new-texts.ts';
import { createWorkHere, type TextWork } from './planning/text-work.ts';
import type { ThreadData } from './planning/thread-messages.ts';
import type { ThreadWork } from './planning/thread-work.ts';
import { createTextReader } from './planning/text-reader.ts';
import { createAddressOf, type TrustedProxies } from './rates/caller-address.ts';
import { createOperationsInHand, type InHand } from './rates/operations-in-hand.ts';
import { createRateCounters, type SharedCounts } from './rates/rate-counters.ts';
import type { Rates } from './rates/rate-kinds.ts';
import { createRequestRates } from './rates/request-rates.ts';
import type { LiveLimits } from './live/live-limits.ts';
import {
  createSubgraphClient,
  defaultSubrequestLimits,
  type SubgraphClient,
  type SubrequestLimits,
} from './subrequests/subgraph-client.ts';
import { createSubrequestMetrics } from './subrequests/subrequest-metrics.ts';
import { createStockGateway } from './stock-gateway.ts';
import { subgraphNames, withoutSecurityPurpose } from './supergraph.ts';
import type { ViewerOfRequestOptions } from './viewer-of-request.ts';

export interface GatewayOptions {
  readonly supergraphSdl: string;
  /** Where each subgraph of the supergraph answers, `http://host:port/graphql`. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly minter: RequestTokenMinter;
  readonly identity: ViewerOfRequestOptions;
  readonly http: {
    readonly port: number;
    readonly host?: string;
    readonly bodyLimit?: number;
    /** Where operators ask for `/metrics` and `/health/subgraphs`; without one nobody is told. */
    readonly adminPort?: number;
  };
  readonly log: Log;
  readonly metrics: Metrics;
  readonly explorer: PageFiles;
  /** Where the identity provider of a developer's machine hands out personas; nowhere else is there one. */
  readonly personasAt?: string;
  readonly limits?: Partial<Limits>;
  /** The most characters of one answer, and of all that subgraphs tell for it; 16 Mi. */
  readonly answerSize?: number;
  readonly subrequests?: Partial<SubrequestLimits>;
  /** How long one operation may take, in milliseconds; 10 s. */
  readonly budget?: number;
  readonly secureCookies?: boolean;
  /** Pages of these origins may ask (CORS, WebSockets), see `http/origins.ts`; none but our own page by default. */
  readonly origins?: readonly string[];
  /** Whether callers may read the schema, by query or as a file; they may by default. */
  readonly introspection?: boolean;
  /** How much callers may ask for; without it nothing is counted. */
  readonly rates?: Rates;
  /** How many operations of one caller may run at once; without it they are not counted. */
  readonly inHand?: InHand;
  /** Where several gateways count together; each by itself without it. */
  readonly sharedCounts?: SharedCounts;
  /** Which proxies are believed when they say who asks; none by default. */
  readonly trusted?: TrustedProxies;
  /** Whether automatic persisted queries are kept; they are by default. */
  readonly persistedQueries?: boolean;
  /** Who reads new texts of operations in a thread of its own; this one does it without. */
  readonly planApart?: (data: ThreadData) => ThreadWork;
  /** What runs query plans: ours, or Apollo's `stock`. */
  readonly executor?: 'stock' | 'own';
  /** Where events are heard; the gateway closes it when it stops. Without one there are no live updates. */
  readonly follower?: StreamFollower;
  readonly live?: Partial<LiveLimits>;
}

export interface Gateway {
  /** Loads the supergraph and listens; answers the base address. */
  start(): Promise<string>;
  /** Where operators ask, once started; undefined without an admin port. */
  readonly adminAddress: string | undefined;
  /** Unready, running operations end, then connections are closed. */
  stop(): Promise<void>;
}

/** How long one operation may take, in milliseconds, and how much of it one subrequest may. */
const BUDGET = 10_000;
const SHARE = 0.8;

/** The one graph: composition in, operations out. Owns no data and no rule. */
export function createGateway(options: GatewayOptions): Gateway {
  const { log, metrics } = options;
  const clients = createClients(options);
  const {
    budget = BUDGET,
    answerSize = ANSWER_SIZE,
    secureCookies = false,
    introspection = true,
    personasAt,
  } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const send: SendSubrequest = ({ service, body, isQuery }, context) =>
    clientOf(clients, service).send(body, context, isQuery);
  // Made once, for plans of queries and of subscriptions; that takes some seconds.
  let planner: SupergraphPlanner | undefined;
  const sdl = withoutSecurityPurpose(options.supergraphSdl);
  const plannerOf = () => {
    planner ??= createSupergraphPlanner(sdl);
    planner.schema.description = describeLimits(limits, { answerSize, budget });
    return planner;
  };
  const bounds = { limits, introspection };
  const thread = options.planApart?.({ supergraphSdl: sdl, ...bounds });
  const work: TextWork =
    thread ??
    createWorkHere(
      plannerOf,
      createTextReader(() => plannerOf().schema, bounds),
    );
  const own =
    options.executor === 'stock'
      ? undefined
      : createOwnGateway(sdl, send, {
          createPlanner: plannerOf,
          cost: limits.cost,
          answerSize,
          plan: work.plan,
        });
  const server = createGraphqlServer(
    own ??
      createStockGateway(sdl, {
        client: (name) => clientOf(clients, name),
        log,
        cost: limits.cost,
      }),
    bounds,
  );
  const texts = createNewTexts(work);
  const addressOf = createAddressOf(options.trusted ?? { hops: 0 });
  const rates =
    options.rates &&
    createRequestRates(createRateCounters(options.rates, options.sharedCounts), metrics);
  const inHand = options.inHand && createOperationsInHand(options.inHand, metrics);
  const mayAsk = createOrigins(options.origins ?? []);
  const crossOrigin = createCrossOrigin(mayAsk);
  const live = createLive({
    ...{ ...options, limits, budget, send, mayAsk, rates, addressOf, texts, planner: plannerOf },
    ...{ plan: work.plan, follower: options.follower, live: options.live },
  });
  let isLoaded = false;
  const host = createHttpHost({
    ...options.http,
    log,
    metrics,
    // A subgraph that is away nulls its own fields: the graph is there without it.
    readiness: () => isLoaded,
    adminHandlers: { '/health/subgraphs': createSubgraphsRoute(clients) },
    handlers: {
      '/graphql': {
        handle: crossOrigin(
          createGraphqlRoute({
            ...{ ...options, server, budget, secureCookies, rates, inHand, addressOf },
            persistedQueries: createPersistedQueries({ isOn: options.persistedQueries ?? true }),
            ...{ texts, ...(own && { find: own.find, take: own.take }) },
          }),
        ),
      },
      '/graphql/stream': { handle: crossOrigin(live.stream) },
      ...(introspection && createSchemaRoutes(() => plannerOf().schema, crossOrigin)),
      ...(personasAt !== undefined && { '/personas': { handle: createPersonasRoute(personasAt) } }),
      '/': {
        handle: createExplorerRoute(createExplorerPage(options.explorer, personasAt !== undefined)),
      },
    },
  });
  live.attach(host);
  return {
    get adminAddress() {
      return host.adminAddress;
    },
    start: async () => {
      await Promise.all([server.start(), thread?.start()]);
      isLoaded = true;
      return host.start();
    },
    stop: async () => {
      host.unready();
      // Event streams are requests that would run for ever.
      await live.stop();
      await host.drain();
      await server.stop();
      await thread?.stop();
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}

/** A subgraph without an address would be found out by the first query that needs it: better at start. */
function createClients(options: GatewayOptions): ReadonlyMap<string, SubgraphClient> {
  const names = subgraphNames(options.supergraphSdl);
  const without = names.filter((name) => !Object.hasOwn(options.subgraphUrls, name));
  if (without.length > 0) throw new Error(`No address is given for ${without.join(', ')}.`);
  const asked = { ...defaultSubrequestLimits, ...options.subrequests };
  // A part of a request's time: who hangs is told apart from who is asked late, and the rest is answered.
  const limits = { ...asked, timeout: Math.min(asked.timeout, SHARE * (options.budget ?? BUDGET)) };
  const { observer, watch } = createSubrequestMetrics(options.metrics.registry);
  const clients = new Map(
    names.map((name) => {
      const url = options.subgraphUrls[name] ?? '';
      const observe = observer(name);
      return [name, createSubgraphClient({ name, url, minter: options.minter, limits, observe })];
    }),
  );
  watch(clients);
  return clients;
}

function clientOf(clients: ReadonlyMap<string, SubgraphClient>, name: string): SubgraphClient {
  const client = clients.get(name);
  if (client === undefined) throw new Error(`The subgraph ${name} is not known.`);
  return client;
}
