import { Counter, Gauge, type Registry } from 'prom-client';

/** How a delivered event ended, for the counter of a durable. */
export type DeliveryOutcome = 'handled' | 'failed' | 'dead-letter' | 'ignored';

export interface MessagingMetrics {
  streamSize(stream: string, bytes: number, limit: number): void;
  published(stream: string, acknowledged: number, failed: number): void;
  delivered(durable: string, outcome: DeliveryOutcome): void;
  /** Absent while the broker can't tell. */
  lag(durable: string, lag: Lag | undefined): void;
  deadLetters(durable: string, count: number): void;
}

export interface Lag {
  /** In the stream and not delivered yet. */
  readonly waiting: number;
  /** Delivered and not acknowledged: in hand, or waiting for another try. */
  readonly unacknowledged: number;
}

export const NO_METRICS: MessagingMetrics = {
  streamSize: () => undefined,
  published: () => undefined,
  delivered: () => undefined,
  lag: () => undefined,
  deadLetters: () => undefined,
};

/** The metrics in a process's registry; asked twice for the same registry, they are the same ones. */
export function createMetrics(registry: Registry): MessagingMetrics {
  const ofStream = { registry, label: 'stream' } as const;
  const ofDurable = { registry, label: 'durable' } as const;
  const bytes = gauge(ofStream, 'onewindow_stream_bytes', 'Bytes in the stream.');
  const limits = gauge(ofStream, 'onewindow_stream_max_bytes', 'Bytes at which it forgets.');
  const published = counter(registry, 'onewindow_events_published_total', ['stream', 'outcome']);
  const delivered = counter(registry, 'onewindow_events_delivered_total', ['durable', 'outcome']);
  const waiting = gauge(ofDurable, 'onewindow_events_waiting', 'Events not delivered yet.');
  const unacknowledged = gauge(
    ofDurable,
    'onewindow_events_unacknowledged',
    'Events in hand, or waiting for another try.',
  );
  const letters = gauge(ofDurable, 'onewindow_dead_letters', 'Events that failed too often.');
  return {
    streamSize: (stream, used, limit) => {
      bytes.set({ stream }, used);
      limits.set({ stream }, limit);
    },
    published: (stream, acknowledged, failed) => {
      published.inc({ stream, outcome: 'acknowledged' }, acknowledged);
      published.inc({ stream, outcome: 'failed' }, failed);
    },
    delivered: (durable, outcome) => {
      delivered.inc({ durable, outcome });
    },
    lag: (durable, lag) => {
      if (lag) {
        waiting.set({ durable }, lag.waiting);
        unacknowledged.set({ durable }, lag.unacknowledged);
      } else {
        waiting.remove({ durable });
        unacknowledged.remove({ durable });
      }
    },
    deadLetters: (durable, count) => {
      letters.set({ durable }, count);
    },
  };
}

function gauge({ registry, label }: Place, name: string, help: string): Gauge {
  const existing = registry.getSingleMetric(name);
  if (existing instanceof Gauge) return existing;
  return new Gauge({ name, help, labelNames: [label], registers: [registry] });
}

interface Place {
  readonly registry: Registry;
  readonly label: 'stream' | 'durable';
}

function counter(registry: Registry, name: string, labelNames: string[]): Counter {
  const existing = registry.getSingleMetric(name);
  if (existing instanceof Counter) return existing;
  return new Counter({ name, help: 'Events by outcome.', labelNames, registers: [registry] });
}
