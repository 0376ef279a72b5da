import { Counter, Gauge, type Registry } from 'prom-client';

/** How a delivered event ended, for the counter of a durable. */
export type DeliveryOutcome = 'handled' | 'failed' | 'dead-letter' | 'ignored';

export interface MessagingMetrics {
  streamSize(stream: string, bytes: number, limit: number): void;
  published(stream: string, acknowledged: number, failed: number): void;
  delivered(durable: string, outcome: DeliveryOutcome): void;
}

export const NO_METRICS: MessagingMetrics = {
  streamSize: () => undefined,
  published: () => undefined,
  delivered: () => undefined,
};

/** The metrics in a process's registry; asked twice for the same registry, they are the same ones. */
export function createMetrics(registry: Registry): MessagingMetrics {
  const bytes = gauge(registry, 'onewindow_stream_bytes', 'Bytes in the stream.');
  const limits = gauge(registry, 'onewindow_stream_max_bytes', 'Bytes at which it forgets.');
  const published = counter(registry, 'onewindow_events_published_total', ['stream', 'outcome']);
  const delivered = counter(registry, 'onewindow_events_delivered_total', ['durable', 'outcome']);
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
  };
}

function gauge(registry: Registry, name: string, help: string): Gauge {
  const existing = registry.getSingleMetric(name);
  if (existing instanceof Gauge) return existing;
  return new Gauge({ name, help, labelNames: ['stream'], registers: [registry] });
}

function counter(registry: Registry, name: string, labelNames: string[]): Counter {
  const existing = registry.getSingleMetric(name);
  if (existing instanceof Counter) return existing;
  return new Counter({ name, help: 'Events by outcome.', labelNames, registers: [registry] });
}
