import { addMilliseconds } from '@onewindow/kernel';
import type { Clock } from '@onewindow/runtime';
import type { Log } from './log.ts';
import type { Maintained, Maintenance } from './maintenance.ts';
import { repeatedly } from './repeatedly.ts';

const BATCH = 100;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 10 * 60_000;

export interface TimerSweepOptions {
  readonly journals: readonly Maintained[];
  /** Timers go by the business clock, waiting by the trust clock. */
  readonly businessClock: Clock;
  readonly clock: Clock;
  readonly everyMs?: number;
  readonly log?: Log;
}

export interface TimerSweep {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  /** One round: what is due now happens; answers how many aggregates this sweep wrote. */
  readonly sweep: () => Promise<number>;
}

/**
 * Lets happen what is due. Every replica sweeps; an aggregate that can't elapse waits, longer each time,
 * and holds up nobody.
 */
export function createTimerSweep(options: TimerSweepOptions): TimerSweep {
  const sweep = async () => {
    let written = 0;
    for (const { maintenance } of options.journals) {
      for (;;) {
        const due = await findDue(options, maintenance);
        for (const head of due) written += await elapseOne(options, maintenance, head);
        if (due.length < BATCH) break;
      }
    }
    return written;
  };
  const sweeping = repeatedly({
    what: 'timer sweep',
    everyMs: options.everyMs ?? 1_000,
    round: async () => {
      await sweep();
    },
    ...(options.log && { log: options.log }),
  });
  return { ...sweeping, sweep };
}

interface DueHead {
  readonly _id: string;
  readonly version: number;
  readonly timerWait?: { readonly tries: number };
}

function findDue(
  { businessClock, clock }: TimerSweepOptions,
  { model }: Maintenance,
): Promise<DueHead[]> {
  return model
    .find(
      {
        nextTimerAt: { $lte: new Date(businessClock.now()) },
        'timerWait.until': { $not: { $gt: new Date(clock.now()) } },
      },
      { version: 1, timerWait: 1 },
    )
    .sort({ nextTimerAt: 1 })
    .limit(BATCH)
    .readConcern('majority')
    .lean<DueHead[]>()
    .exec();
}

async function elapseOne(
  { businessClock, clock, log }: TimerSweepOptions,
  maintenance: Maintenance,
  { _id, version, timerWait }: DueHead,
): Promise<number> {
  try {
    return (await maintenance.elapse(_id, businessClock.now())) ? 1 : 0;
  } catch (error) {
    log?.error({ err: error, id: _id }, 'timers cannot elapse, wait');
    const tries = (timerWait?.tries ?? 0) + 1;
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS);
    const until = new Date(addMilliseconds(clock.now(), waitMs));
    await maintenance.model.updateOne({ _id, version }, { $set: { timerWait: { tries, until } } });
    return 0;
  }
}
