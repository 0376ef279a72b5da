import type { FailPoints } from './fail-points.ts';
import type { Log } from './log.ts';
import type { EventPublisher, Outbox, OutboxSource, PendingAggregate } from './outbox.ts';
import { createOutboxQueue } from './outbox-queue.ts';
import { repeatedly } from './repeatedly.ts';
import { sweepOutbox } from './sweep-outbox.ts';
import type { Clock } from '@onewindow/runtime';

export interface OutboxOptions {
  readonly publisher: EventPublisher;
  /** The trust clock. */
  readonly clock: Clock;
  readonly log?: Log;
  readonly failPoints?: FailPoints;
  /** How long something is pending before the sweep takes it up. */
  readonly pendingForMs?: number;
  readonly sweepEveryMs?: number;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const sources: OutboxSource[] = [];
  const queue = createOutboxQueue(options);
  const sweep = () =>
    sweepOutbox({ ...options, pendingForMs: options.pendingForMs ?? 5_000 }, sources);
  const sweeping = repeatedly({
    what: 'outbox sweep',
    everyMs: options.sweepEveryMs ?? 1_000,
    round: sweep,
    ...(options.log && { log: options.log }),
  });
  return {
    register: (source) => sources.push(source),
    committed: (pending: PendingAggregate) => {
      queue.add(pending);
    },
    start: () => {
      queue.start();
      sweeping.start();
    },
    sweep,
    drain: queue.drain,
    stop: async () => {
      queue.stop();
      await sweeping.stop();
      await queue.drain();
    },
  };
}
