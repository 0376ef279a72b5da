import {
  createInTurn,
  type Exchange,
  type HttpHost,
  type Log,
  type Metrics,
} from '@onewindow/runtime';
import type { Limits } from '@onewindow/subgraph';
import { parse } from 'graphql';
import type { SendSubrequest } from '../execution/plan-run.ts';
import type { SupergraphPlanner } from '../execution/supergraph-planner.ts';
import type { MayAsk } from '../http/origins.ts';
import type { NewTexts } from '../planning/new-texts.ts';
import type { TextWork } from '../planning/text-work.ts';
import type { RequestRates } from '../rates/request-rates.ts';
import type { ViewerOfRequestOptions } from '../viewer-of-request.ts';
import { createConnectionCount } from './connection-count.ts';
import { createEventStreamRoute } from './event-stream-route.ts';
import { readLiveFields } from './live-fields.ts';
import { defaultLiveLimits, type LiveLimits } from './live-limits.ts';
import { createLiveMetrics } from './live-metrics.ts';
import { createLiveUpdates } from './live-updates.ts';
import type { StreamFollower } from '@onewindow/messaging';
import { createWebSocketRoute } from './web-socket-route.ts';

export interface LiveOptions {
  readonly supergraphSdl: string;
  readonly planner: () => SupergraphPlanner;
  /** Who reads and who plans new texts: the same as for operations by HTTP. */
  readonly texts: NewTexts;
  readonly plan: TextWork['plan'];
  readonly send: SendSubrequest;
  /** Where events are heard; without one subscriptions are refused. */
  readonly follower: StreamFollower | undefined;
  readonly identity: ViewerOfRequestOptions;
  /** Whether pages of an origin may subscribe. */
  readonly mayAsk: MayAsk;
  readonly limits: Limits;
  readonly live: Partial<LiveLimits> | undefined;
  readonly budget: number;
  /** How much callers may ask for; without it nothing is counted. */
  readonly rates: RequestRates | undefined;
  readonly addressOf: (request: Exchange['request']) => string;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Live updates of one gateway, over WebSockets and as event streams. */
export interface Live {
  readonly stream: (exchange: Exchange) => Promise<void>;
  /** Takes the upgrades of a host. */
  attach(host: HttpHost): void;
  /** All subscriptions are complete and all subscribers gone. */
  stop(): Promise<void>;
}

export function createLive(options: LiveOptions): Live {
  const { planner, texts, plan, send, follower, identity, mayAsk, rates, addressOf, budget, log } =
    options;
  const counted = { rates, addressOf };
  const limits = { ...defaultLiveLimits, ...options.live };
  const metrics = createLiveMetrics(options.metrics.registry);
  const schema = () => planner().schema;
  const inTurn = createInTurn(limits.concurrent);
  const live = createLiveUpdates({
    ...{ follower, planner, texts, plan, limits, metrics, log, cost: options.limits.cost },
    fields: readLiveFields(parse(options.supergraphSdl, { noLocation: true })),
    asking: { send, inTurn, budget, retries: limits.retries },
  });
  const count = createConnectionCount(limits.connections);
  const sockets = createWebSocketRoute({
    ...{ live, schema, identity, mayAsk, limits, count, metrics, log, ...counted },
  });
  return {
    stream: createEventStreamRoute({ live, identity, count, limits, metrics, ...counted }),
    attach: ({ server }) => {
      server.on('upgrade', sockets.upgrade);
    },
    stop: async () => {
      live.stop();
      await sockets.stop();
      await follower?.close();
    },
  };
}
