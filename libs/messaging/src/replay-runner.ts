import type { OutgoingEvent } from '@onewindow/contracts';
import type { Mark, ReplayRow } from './collections.ts';
import type { EventSource } from './contract.ts';
import type { FailPoint } from './fail-point.ts';
import type { Log } from './log.ts';
import type { Publisher } from './publisher.ts';
import type { Replays } from './replays.ts';
import { inChunks, publishAgain } from './republish.ts';

interface RunnerDeps {
  readonly replays: Replays;
  readonly source: EventSource;
  readonly publisher: Publisher;
  readonly newestMark: () => Mark | undefined;
  /** Whether what was acknowledged there is lost. */
  readonly isLost: (mark: Mark) => Promise<boolean>;
  readonly failPoint: FailPoint;
  readonly log: Log;
}

/** Works on the replays that are wanted, one after the other, until none is left. */
export async function runReplays(deps: RunnerDeps, signal: AbortSignal): Promise<void> {
  for (;;) {
    if (signal.aborted) return;
    const row = await deps.replays.claim();
    if (!row) return;
    try {
      await runOne(row, deps, signal);
    } catch (error) {
      await deps.replays.release(row._id);
      throw error;
    }
  }
}

async function runOne(row: ReplayRow, deps: RunnerDeps, signal: AbortSignal): Promise<void> {
  const { failPoint, log, publisher, replays } = deps;
  const line = { replay: row._id, kind: row.kind };
  let { firstMark, sent } = row;
  log.info({ ...line, cursor: row.cursor }, 'replay begins');
  for await (const chunk of inChunks(eventsOf(row, deps.source))) {
    if (signal.aborted) return replays.release(row._id);
    await publishAgain(
      publisher,
      chunk.map(({ event }) => event),
      row._id,
    );
    failPoint('replay-sent', row._id);
    sent += chunk.length;
    firstMark ??= deps.newestMark();
    const cursor = chunk.at(-1)?.cursor ?? null;
    const change = { cursor, sent, ...(firstMark && { firstMark }) };
    if (!(await replays.progress(row._id, change))) return;
  }
  if (firstMark && (await deps.isLost(firstMark))) {
    log.warn(line, 'the stream went back during the replay, starting again');
    await replays.startAgain(row._id);
    return replays.release(row._id);
  }
  await replays.done(row._id, deps.newestMark());
  log.info({ ...line, sent }, 'replay done');
}

async function* eventsOf(
  row: ReplayRow,
  source: EventSource,
): AsyncGenerator<{ readonly event: OutgoingEvent; readonly cursor: string | null }> {
  if (row.kind === 'newest') {
    yield* source.newest(row.cursor);
    return;
  }
  // No cursor: after a crash all of it is sent again, most of it dropped as copies.
  for await (const event of source.publishedSince(row.since ?? new Date(0))) {
    yield { event, cursor: null };
  }
}
