import type { SubscriberLimits } from './subscriber.ts';

/** How much of live updates one gateway bears. Times are milliseconds. */
export interface LiveLimits extends SubscriberLimits {
  /** WebSockets and event streams together. */
  readonly connections: number;
  /** On one WebSocket. */
  readonly subscriptions: number;
  /** The largest message of a client, in bytes. */
  readonly messageBytes: number;
  /** How many executions for events run at once. */
  readonly concurrent: number;
  /** How many of the latest events of each feed are kept for who comes back. */
  readonly eventsKept: number;
  /** How long a feed goes on after its last subscriber. */
  readonly feedKept: number;
  /** How many who come back are told from the stream at once; what is missed lately needs none. */
  readonly resuming: number;
  /** How many events are gone through for one who comes back. */
  readonly resumed: number;
  /** Waits before a subgraph that is away is asked again about an event. */
  readonly retries: readonly number[];
  /** A connection is asked so often whether it is still there. */
  readonly keepAlive: number;
}

export const defaultLiveLimits: LiveLimits = {
  connections: 10_000,
  subscriptions: 20,
  messageBytes: 64 * 1_024,
  waiting: 100,
  patience: 10_000,
  concurrent: 64,
  eventsKept: 1_000,
  feedKept: 5 * 60_000,
  resuming: 64,
  resumed: 10_000,
  retries: [250, 1_000, 2_000, 4_000, 8_000, 15_000],
  keepAlive: 12_000,
};
