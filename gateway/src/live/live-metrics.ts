import type { GraphQLError } from 'graphql';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Deliver } from './subscriber.ts';

/** What an operator sees of live updates. */
export interface LiveMetrics {
  opened(field: string): void;
  ended(field: string, error: GraphQLError | undefined): void;
  connected(kind: 'sse' | 'websocket', change: 1 | -1): void;
  counted(deliver: Deliver): Deliver;
  timed<Result>(field: string, work: () => Promise<Result>): Promise<Result>;
}

export function createLiveMetrics(registry: Registry): LiveMetrics {
  const registers = [registry];
  const connections = new Gauge({
    name: 'onewindow_live_connections',
    help: 'Connections of subscribers.',
    labelNames: ['kind'],
    registers,
  });
  const subscriptions = new Gauge({
    name: 'onewindow_live_subscriptions',
    help: 'Subscriptions that are open.',
    labelNames: ['type'],
    registers,
  });
  const ends = new Counter({
    name: 'onewindow_live_ended_total',
    help: 'Subscriptions that have ended, by the code of the reason; complete where there was none.',
    labelNames: ['type', 'outcome'],
    registers,
  });
  const messages = new Counter({
    name: 'onewindow_live_messages_total',
    help: 'Messages that went to subscribers.',
    registers,
  });
  const executions = new Histogram({
    name: 'onewindow_live_execution_seconds',
    help: 'From an event to the text that is told of it, once for all who get the same.',
    labelNames: ['type'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  return {
    opened: (field) => {
      subscriptions.inc({ type: field });
    },
    ended: (field, error) => {
      subscriptions.dec({ type: field });
      const code = error?.extensions['code'];
      ends.inc({ type: field, outcome: typeof code === 'string' ? code : 'complete' });
    },
    connected: (kind, change) => {
      connections.inc({ kind }, change);
    },
    counted: (deliver) => (message) => {
      messages.inc();
      return deliver(message);
    },
    timed: async (field, work) => {
      const end = executions.startTimer({ type: field });
      try {
        return await work();
      } finally {
        end();
      }
    },
  };
}
