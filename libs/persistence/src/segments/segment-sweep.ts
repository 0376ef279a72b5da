import { addMilliseconds } from '@onewindow/kernel';
import type { Clock } from '@onewindow/runtime';
import type { Log } from '../log.ts';
import type { Maintained, Maintenance } from '../maintenance.ts';
import { repeatedly } from '../repeatedly.ts';

const BATCH = 20;
/** One that could not be moved, or waits for its events, is left alone for so long. */
const WAIT_MS = 10_000;

export interface SegmentSweepOptions {
  readonly journals: readonly Maintained[];
  /** The trust clock. */
  readonly clock: Clock;
  readonly everyMs?: number;
  readonly log?: Log;
}

export interface SegmentSweep {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  /** One round; answers how many entries it moved. */
  readonly sweep: () => Promise<number>;
}

/**
 * Moves the oldest entries of long journals to segments. Every replica sweeps; one that can't be moved waits and
 * holds up nobody.
 */
export function createSegmentSweep(options: SegmentSweepOptions): SegmentSweep {
  const sweep = async () => {
    let moved = 0;
    for (const { maintenance } of options.journals) {
      for (;;) {
        const long = await findLong(options, maintenance);
        for (const id of long) moved += await moveOne(options, maintenance, id);
        if (long.length < BATCH) break;
      }
    }
    return moved;
  };
  const sweeping = repeatedly({
    what: 'segment sweep',
    everyMs: options.everyMs ?? 5_000,
    round: async () => {
      await sweep();
    },
    ...(options.log && { log: options.log }),
  });
  return { ...sweeping, sweep };
}

async function findLong(
  { clock }: SegmentSweepOptions,
  { model }: Maintenance,
): Promise<readonly string[]> {
  const found = await model
    .find({ longSince: { $lte: new Date(clock.now()) } }, { _id: 1 })
    .sort({ longSince: 1 })
    .limit(BATCH)
    .readConcern('majority')
    .lean<{ readonly _id: string }[]>()
    .exec();
  return found.map(({ _id }) => _id);
}

async function moveOne(
  { clock, log }: SegmentSweepOptions,
  maintenance: Maintenance,
  id: string,
): Promise<number> {
  let moved = 0;
  try {
    moved = await maintenance.moveOldest(id);
  } catch (error) {
    log?.error({ err: error, id }, 'entries cannot be moved, wait');
  }
  // Whoever is still marked stands last now.
  const until = new Date(addMilliseconds(clock.now(), WAIT_MS));
  await maintenance.model.updateOne(
    { _id: id, longSince: { $exists: true } },
    { $set: { longSince: until } },
  );
  return moved;
}
