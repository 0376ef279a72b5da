import { addMilliseconds, type Instant } from '@onewindow/kernel';
import type { JournalDocument } from './journal-document.ts';
import type { Log } from './log.ts';
import type { OutboxSource, PendingAggregate } from './outbox.ts';
import { publishPending, type PublishDependencies } from './publish-pending.ts';

const BATCH = 256;
const LONGEST_WAIT_MS = 10 * 60_000;

type SweepDependencies = PublishDependencies & {
  readonly pendingForMs: number;
  readonly log?: Log;
};

/**
 * Publishes what some process committed and didn't publish. What fails for a reason of its own waits,
 * longer each time, and holds up nobody; when the broker is away the round ends by throwing, and nothing waits
 * longer for it.
 */
export async function sweepOutbox(
  dependencies: SweepDependencies,
  sources: readonly OutboxSource[],
): Promise<void> {
  for (const source of sources) {
    for (;;) {
      const documents = await findPending(dependencies, source);
      await publishDocuments(dependencies, source, documents);
      if (documents.length < BATCH) break;
    }
  }
}

async function findPending(
  { clock, pendingForMs }: SweepDependencies,
  source: OutboxSource,
): Promise<JournalDocument[]> {
  const now = clock.now();
  return source.model
    .find({
      pendingSince: { $lte: new Date(addMilliseconds(now, -pendingForMs)) },
      sweepAfter: { $not: { $gt: new Date(now) } },
    })
    .sort({ pendingSince: 1 })
    .limit(BATCH)
    .read('primary')
    .readConcern('majority')
    .lean<JournalDocument[]>();
}

async function publishDocuments(
  dependencies: SweepDependencies,
  source: OutboxSource,
  documents: readonly JournalDocument[],
): Promise<void> {
  const ready: PendingAggregate[] = [];
  for (const document of documents) {
    try {
      const events = await source.pendingEvents(document);
      ready.push({ source, id: document._id, version: document.version, events });
    } catch (error) {
      dependencies.log?.error({ err: error, id: document._id }, 'entry cannot be published');
      await wait(dependencies, source, document);
    }
  }
  if (ready.length === 0) return;
  const failures = await publishPending(dependencies, ready);
  const away = failures.find(({ isAway }) => isAway);
  for (const { pending, reason, isAway } of failures) {
    if (isAway) continue;
    dependencies.log?.warn({ id: pending.id, reason }, 'event not acknowledged, waits');
    const document = documents.find((one) => one._id === pending.id);
    if (document !== undefined) await wait(dependencies, source, document);
  }
  if (away) throw new Error(`The broker took nothing: ${away.reason}`);
}

/** As long again as it has been pending already: that doubles each time. */
async function wait(
  { clock, pendingForMs }: SweepDependencies,
  source: OutboxSource,
  document: JournalDocument,
): Promise<void> {
  const now: Instant = clock.now();
  const pendingMs = Date.parse(now) - (document.pendingSince?.getTime() ?? Date.parse(now));
  const waitMs = Math.min(Math.max(pendingMs, pendingForMs), LONGEST_WAIT_MS);
  await source.model.updateOne(
    { _id: document._id, version: document.version },
    { $set: { sweepAfter: new Date(addMilliseconds(now, waitMs)) } },
  );
}
