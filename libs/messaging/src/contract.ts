import type { EventContract, EventEnvelope, OutgoingEvent } from '@onewindow/contracts';

/**
 * The service's own stream. The broker may lose everything: MongoDB is the only truth, so what was
 * published can always be made again from `source`.
 */
export interface EventStream {
  /**
   * Publishes in the given order for each aggregate, up to 256 in flight over different aggregates, and
   * answers when each is acknowledged. The indexes of those that were not, with the reason, come back;
   * it throws only when the broker can't be reached at all.
   */
  publish(events: readonly OutgoingEvent[]): Promise<PublishReport>;
  /** Binds a durable pull consumer to the contracts of one other service (or of this one) and handles until stopped. */
  consume(consumer: Consumer): Promise<void>;
  /** True when connected and all streams and durables are bound: the readiness of the process. */
  isReady(): boolean;
  /** Stops fetching, lets running handlers end, drains the connection. */
  close(): Promise<void>;
}

export interface PublishReport {
  readonly failed: readonly {
    readonly index: number;
    readonly reason: string;
    /** The reason is the broker's and not the event's: no leader of the stream just now, no answer in time. */
    readonly isAway: boolean;
  }[];
}

/** What the stream asks the journals for when the broker has lost something, or a new consumer wants all. */
export interface EventSource {
  /** Every event with `publishedAt` since then, in an order that keeps each aggregate's own. */
  publishedSince(since: Date): AsyncIterable<OutgoingEvent>;
  /** The newest publishable event of every aggregate, resumable: the cursor of the last one sent. */
  newest(
    after: string | null,
  ): AsyncIterable<{ readonly event: OutgoingEvent; readonly cursor: string }>;
}

/**
 * A handler of others' events. No handler needs an order; each of its effects may be done twice and
 * late: a replica (`replica.put`), a creation (`_id` from the event's id) or a fan-out (commands with a
 * `commandId` from the event's id).
 */
export interface Consumer {
  /** The publishing service, whose stream is read. */
  readonly from: string;
  /** The durable's name in that stream: `<this service>-<purpose>`. */
  readonly durable: string;
  readonly contracts: readonly EventContract[];
  /** Does all its effects, then returns: the ack comes last. Throwing means: try again later, at most 8 times. */
  readonly handle: (event: EventEnvelope, delivery: Delivery) => Promise<void>;
  /** For replicas: ask the publisher for everything when the durable is new. Reactions leave it out. */
  readonly replay?: boolean;
  /** For reactions: events from before this moment (RFC 3339) are acknowledged and ignored. */
  readonly since?: string;
}

export interface Delivery {
  /** Tells the broker that a long handler is alive. */
  readonly working: () => void;
  readonly attempt: number;
}

/** An event that failed 8 times, kept with its reason until somebody tries it again or drops it. */
export interface DeadLetter {
  readonly id: string;
  readonly durable: string;
  readonly event: EventEnvelope;
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: string;
}
