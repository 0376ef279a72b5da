import type { Log } from './log.ts';
import type { PendingAggregate } from './outbox.ts';
import { publishPending, type PublishDependencies } from './publish-pending.ts';

/** Aggregates that one call of the publisher takes. */
const BATCH = 256;
/** Beyond this a process leaves what it commits to the sweep, rather than hold it in memory. */
const MOST = 5_000;

/**
 * What this process has committed and not yet published, in one line: so an aggregate's events leave in
 * order. What can't be published is let go; its `pendingSince` stays for the sweep.
 */
export function createOutboxQueue(options: PublishDependencies & { readonly log?: Log }) {
  const waiting = new Map<string, PendingAggregate>();
  /** Up to which seq this process has had acknowledged lately: a command that came meanwhile read less. */
  const acknowledged = new Map<string, number>();
  let running: Promise<void> | undefined;

  const publishBatch = async () => {
    const batch = [...waiting].slice(0, BATCH).map(([key, pending]) => {
      waiting.delete(key);
      return withoutAcknowledged(pending, acknowledged.get(key) ?? 0);
    });
    const failures = await publishPending(options, batch);
    for (const { pending, reason } of failures) {
      options.log?.warn({ id: pending.id, reason }, 'event not acknowledged, left to the sweep');
    }
    const failed = new Set(failures.map(({ pending }) => pending));
    for (const pending of batch) {
      if (failed.has(pending)) continue;
      acknowledged.delete(keyOf(pending));
      acknowledged.set(keyOf(pending), pending.version);
    }
    for (const key of [...acknowledged.keys()].slice(0, -MOST)) acknowledged.delete(key);
  };

  const publishAll = async () => {
    while (waiting.size > 0) {
      try {
        await publishBatch();
      } catch (error) {
        options.log?.warn({ err: error }, 'nothing published, left to the sweep');
      }
    }
    running = undefined;
  };

  return {
    add: (pending: PendingAggregate) => {
      const key = keyOf(pending);
      if (waiting.size >= MOST && !waiting.has(key)) return;
      // The newer one holds the events of the older one, as those are still unpublished in its document.
      waiting.set(key, pending);
      running ??= Promise.resolve().then(publishAll);
    },
    drain: async () => {
      while (running !== undefined) await running;
    },
  };
}

const keyOf = ({ source, id }: PendingAggregate) => `${source.kind}:${id}`;

const withoutAcknowledged = (pending: PendingAggregate, seq: number): PendingAggregate => ({
  ...pending,
  events: pending.events.filter(({ envelope }) => envelope.aggregateversion > seq),
});
