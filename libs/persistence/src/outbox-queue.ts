import { besideRequest } from '@onewindow/runtime';
import type { Log } from './log.ts';
import type { PendingAggregate } from './outbox.ts';
import { publishPending, type PublishDependencies } from './publish-pending.ts';

/** Aggregates that one call of the publisher takes. */
const BATCH = 256;
/** Beyond this a process leaves what it commits to the sweep, rather than hold it in memory. */
const MOST = 5_000;

/** How soon what the broker did not take is published again by the process that committed it. */
const AGAIN_MS = 250;

/**
 * What this process has committed and not yet published, in one line: so an aggregate's events leave in
 * order. While it runs, what the broker does not take is published again soon: a leader that is elected anew is
 * not waited for longer than it takes. All else that can't be published is let go; its `pendingSince` stays for
 * the sweep.
 */
export function createOutboxQueue(options: PublishDependencies & { readonly log?: Log }) {
  const waiting = new Map<string, PendingAggregate>();
  /** What the broker did not take. */
  const later = new Map<string, PendingAggregate>();
  /** Up to which seq this process has had acknowledged lately: a command that came meanwhile read less. */
  const acknowledged = new Map<string, number>();
  let running: Promise<void> | undefined;
  let isStarted = false;
  let timeout: NodeJS.Timeout | undefined;

  const run = () => {
    running ??= besideRequest(() => Promise.resolve().then(publishAll));
  };
  const publishLater = (all: readonly PendingAggregate[]) => {
    if (!isStarted) return;
    for (const pending of all) {
      const key = keyOf(pending);
      if (later.size < MOST && !waiting.has(key)) later.set(key, pending);
    }
    timeout ??= setTimeout(() => {
      timeout = undefined;
      for (const [key, pending] of later) if (!waiting.has(key)) waiting.set(key, pending);
      later.clear();
      if (waiting.size > 0) run();
    }, AGAIN_MS);
  };
  const noteAcknowledged = (pending: PendingAggregate) => {
    // Deleted first, so that it stands last again.
    acknowledged.delete(keyOf(pending));
    acknowledged.set(keyOf(pending), pending.version);
  };

  const publishBatch = async (batch: readonly PendingAggregate[]) => {
    const failures = await publishPending(
      options,
      batch.map((pending) => withoutAcknowledged(pending, acknowledged.get(keyOf(pending)) ?? 0)),
    );
    const failed = new Map(failures.map((failure) => [keyOf(failure.pending), failure]));
    for (const pending of batch) if (!failed.has(keyOf(pending))) noteAcknowledged(pending);
    for (const key of [...acknowledged.keys()].slice(0, -MOST)) acknowledged.delete(key);
    for (const { pending, reason, isAway } of failures) {
      if (!isAway || !isStarted)
        options.log?.warn({ id: pending.id, reason }, 'event not acknowledged, left to the sweep');
    }
    publishLater(failures.filter(({ isAway }) => isAway).map(({ pending }) => pending));
  };

  const publishAll = async () => {
    let lastReason = '';
    while (waiting.size > 0) {
      const batch = [...waiting].slice(0, BATCH).map(([, pending]) => pending);
      for (const pending of batch) waiting.delete(keyOf(pending));
      try {
        await publishBatch(batch);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (reason !== lastReason) options.log?.warn({ err: error }, 'nothing published, later');
        lastReason = reason;
        publishLater(batch);
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
      later.delete(key);
      run();
    },
    /** From now on what the broker does not take is published again soon. */
    start: () => {
      isStarted = true;
    },
    /** What waits for another try is left to the sweep. */
    stop: () => {
      isStarted = false;
      clearTimeout(timeout);
      timeout = undefined;
      later.clear();
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
