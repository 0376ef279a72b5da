import type { Clock } from '@onewindow/runtime';
import type { FailPoints } from './fail-points.ts';
import type { EventPublisher, PendingAggregate } from './outbox.ts';

export interface PublishDependencies {
  readonly publisher: EventPublisher;
  readonly clock: Clock;
  readonly failPoints?: FailPoints;
}

export interface PublishFailure {
  readonly pending: PendingAggregate;
  readonly reason: string;
  /** The reason is the broker's and not the event's. */
  readonly isAway: boolean;
}

/**
 * Publishes some aggregates' events, each aggregate at most once in `batch`, and notes what was
 * acknowledged. Answers those of which something was not. Throws when the broker or the database is away:
 * then nothing is noted, and publishing again makes duplicates.
 */
export async function publishPending(
  { publisher, clock, failPoints }: PublishDependencies,
  batch: readonly PendingAggregate[],
): Promise<readonly PublishFailure[]> {
  const owners = batch.flatMap((pending) => pending.events.map(() => pending));
  await failPoints?.('before-publish');
  const report = await publisher.publish(batch.flatMap((pending) => pending.events));
  await failPoints?.('after-acknowledgement');
  const failures = new Map<PendingAggregate, PublishFailure>();
  for (const { index, reason, isAway = false } of report.failed) {
    const pending = owners[index];
    // The first one of an aggregate tells why; those behind it only waited.
    if (pending !== undefined && !failures.has(pending)) {
      failures.set(pending, { pending, reason, isAway });
    }
  }
  await notePublished(
    batch.filter((pending) => !failures.has(pending)),
    new Date(clock.now()),
  );
  await failPoints?.('after-published');
  return [...failures.values()];
}

/** What is noted of several aggregates that stand at one version. */
interface Noted {
  readonly version: number;
  readonly ids: readonly string[];
}

/**
 * Aggregates of one version share one update: most were just made. Where another write came between, its own events
 * are still pending: then a second command notes what was published, and `pendingSince` stays.
 */
async function notePublished(batch: readonly PendingAggregate[], at: Date): Promise<void> {
  for (const model of new Set(batch.map(({ source }) => source.model))) {
    const own = byVersion(batch.filter(({ source }) => source.model === model));
    const { matchedCount } = await model.bulkWrite(
      own.map(({ version, ids }) => ({
        updateMany: {
          filter: { _id: { $in: ids }, version },
          update: {
            $max: { published: version },
            $set: { publishedAt: at },
            $unset: { pendingSince: 1, sweepAfter: 1 },
          },
        },
      })),
    );
    if (matchedCount === own.reduce((sum, { ids }) => sum + ids.length, 0)) continue;
    await model.bulkWrite(
      own.map(({ version, ids }) => ({
        updateMany: {
          filter: { _id: { $in: ids }, published: { $lt: version } },
          update: { $max: { published: version }, $set: { publishedAt: at } },
        },
      })),
    );
  }
}

function byVersion(batch: readonly PendingAggregate[]): readonly Noted[] {
  const ids = new Map<number, string[]>();
  for (const { id, version } of batch) ids.set(version, [...(ids.get(version) ?? []), id]);
  return [...ids].map(([version, all]) => ({ version, ids: all }));
}
