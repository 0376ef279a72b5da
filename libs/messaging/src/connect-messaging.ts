import type { OutgoingEvent } from '@onewindow/contracts';
import { createIndexes } from '@onewindow/persistence';
import type { Clock } from '@onewindow/runtime';
import type { Registry } from 'prom-client';
import { openBrokerLink } from './broker-link.ts';
import { messagingIndexes, type Database } from './collections.ts';
import { startConsumer, type RunningConsumer } from './consume.ts';
import type { EventSource, EventStream, PublishReport } from './contract.ts';
import { NO_FAIL_POINT, type FailPoint } from './fail-point.ts';
import { createFreshFirst } from './fresh-first.ts';
import { createGate } from './gate.ts';
import { SILENT, type Log } from './log.ts';
import { createMetrics, NO_METRICS } from './metrics.ts';
import { startOwnStream, type OwnStream } from './own-stream.ts';
import { startRecurring } from './recurring.ts';
import { DEFAULT_STREAM_BYTES, streamConfig } from './stream-config.ts';
import { DEFAULT_TIMINGS, type Timings } from './timings.ts';

export interface MessagingOptions {
  /** `nats://[user:password@]host:port`, several with commas between. */
  readonly url: string;
  /** The name in the stream (`ONEWINDOW_<SERVICE>`) and in its subjects (`onewindow.<service>.>`). */
  readonly service: string;
  readonly clock: Clock;
  /** The journals. Only who has a source owns a stream; who has none can only consume. */
  readonly source?: EventSource;
  /** Marks, replays, tries and dead letters: needed by a source and by every consumer. */
  readonly database?: Database;
  readonly log?: Log;
  readonly registry?: Registry;
  readonly stream?: {
    /** What it may hold, and reserves, in bytes; 2 GiB. At half of it there is an alarm. */
    readonly maxBytes?: number;
    /** Copies in a NATS cluster: 1 on a single server. */
    readonly replicas?: number;
  };
  /** Different events handled at a time by each lane of a consumer: 32. */
  readonly concurrency?: number;
  readonly timings?: Partial<Timings>;
  readonly failPoint?: FailPoint;
}

export interface Messaging extends EventStream {
  /** Handles those dead letters of the consumers running here that somebody wants tried again. */
  retryDeadLetters(): Promise<void>;
}

/**
 * Connects a service to the broker. It answers within seconds also when the broker is away: the process
 * starts, is not ready, and everything is made up for when the broker comes. `isReady` is false until the
 * own stream is there and every durable is bound, which needs the other services' streams; those are made
 * when their owners connect, not when they are ready, so that services may start in any order.
 */
export async function connectMessaging(options: MessagingOptions): Promise<Messaging> {
  const { database, service, clock, source } = options;
  if (source && !database) throw new Error('A stream of its own needs a database for its marks.');
  const deps = {
    log: options.log ?? SILENT,
    metrics: options.registry ? createMetrics(options.registry) : NO_METRICS,
    timings: { ...DEFAULT_TIMINGS, ...options.timings },
    failPoint: options.failPoint ?? NO_FAIL_POINT,
  };
  const { log, timings } = deps;
  const link = openBrokerLink({ url: options.url, name: service, log, timings });
  const indexes = database && indexesOf(database, deps);
  const consumers: RunningConsumer[] = [];
  const gate = createGate();
  const freshFirst = createFreshFirst();
  let own: OwnStream | undefined;
  if (source && database && indexes) {
    const { maxBytes = DEFAULT_STREAM_BYTES, replicas = 1 } = options.stream ?? {};
    own = startOwnStream({
      ...{ ...deps, service, link, database, source, indexes: indexes.made },
      config: streamConfig({ service, maxBytes, replicas, retention: timings.retention }),
      earliestNow: () => Math.min(Date.now(), Date.parse(clock.now())),
    });
  }
  await link.firstTry;

  return {
    publish: (events: readonly OutgoingEvent[]): Promise<PublishReport> => {
      if (!own) return Promise.reject(new Error(`${service} has no source, so it owns no stream`));
      return own.publish(events);
    },
    consume: (consumer) => {
      if (!database || !indexes) {
        return Promise.reject(new Error('A consumer needs a database for its tries.'));
      }
      consumers.push(
        startConsumer(consumer, {
          ...{ ...deps, link, database, indexes: indexes.made, now: () => clock.now() },
          concurrency: options.concurrency ?? 32,
          ...{ gate, freshFirst },
        }),
      );
      return Promise.resolve();
    },
    isReady: () =>
      link.up() !== undefined &&
      (own === undefined || own.isKept) &&
      consumers.every(({ isBound }) => isBound),
    retryDeadLetters: async () => {
      await Promise.all(consumers.map((consumer) => consumer.retryDeadLetters()));
    },
    close: async () => {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      const ended = await Promise.allSettled([own?.stop(), indexes?.stop()]);
      await link.close();
      for (const result of ended) if (result.status === 'rejected') throw result.reason;
    },
  };
}

/** Mongo may be away at start: whoever needs the indexes waits for them. */
function indexesOf(database: Database, deps: { readonly log: Log; readonly timings: Timings }) {
  let resolve: () => void = () => undefined;
  const made = new Promise<void>((done) => (resolve = done));
  const { retry } = deps.timings;
  const recurring = startRecurring({
    ...{ name: 'indexes of messaging', log: deps.log, retry, every: deps.timings.retention },
    run: async () => {
      await createIndexes(database, messagingIndexes);
      resolve();
    },
  });
  return { made, stop: recurring.stop };
}
