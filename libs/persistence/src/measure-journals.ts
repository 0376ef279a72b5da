import type { Clock } from '@onewindow/runtime';
import { Gauge, type Registry } from 'prom-client';
import type { Log } from './log.ts';
import type { Maintained } from './maintenance.ts';

export interface JournalMeasures {
  readonly registry: Registry;
  readonly journals: readonly Maintained[];
  /** Timers go by it. */
  readonly businessClock: Clock;
  /** What is pending goes by it. */
  readonly clock: Clock;
  readonly log?: Log;
}

/** More than this is too many, whatever the number: nobody waits for it to be counted. */
const MOST = 10_000;

/**
 * What operators must see of journals, asked at each scrape: what waits to be published, and timers that
 * are due. What can't be asked is not told; a scrape never fails for it.
 */
export function measureJournals(measures: JournalMeasures): void {
  const { businessClock, clock } = measures;
  const pending = { field: 'pendingSince', now: clock } as const;
  countGauge(measures, { ...pending, name: 'onewindow_outbox_pending' });
  ageGauge(measures, { ...pending, name: 'onewindow_outbox_oldest_seconds' });
  const unsealed = { field: 'unsealedSince', now: clock } as const;
  ageGauge(measures, { ...unsealed, name: 'onewindow_journals_oldest_unsealed_seconds' });
  const due = { field: 'nextTimerAt', now: businessClock } as const;
  countGauge(measures, { ...due, name: 'onewindow_timers_overdue' });
  ageGauge(measures, { ...due, name: 'onewindow_timers_oldest_overdue_seconds' });
}

interface Measure {
  readonly name: string;
  readonly field: 'pendingSince' | 'unsealedSince' | 'nextTimerAt';
  readonly now: Clock;
}
type Journal = Maintained['maintenance']['model'];

const HELP = {
  pendingSince: 'Aggregates whose events are not acknowledged by the broker',
  unsealedSince: 'Aggregates with entries that no seal covers',
  nextTimerAt: 'Aggregates with a timer that is due and has not happened',
} as const;

function countGauge(measures: JournalMeasures, { name, field, now }: Measure): void {
  gauge(measures, { name, help: `${HELP[field]}, at most ${MOST}.` }, (journal) =>
    journal.countDocuments({ [field]: { $lte: new Date(now.now()) } }, { limit: MOST }).exec(),
  );
}

function ageGauge(measures: JournalMeasures, { name, field, now }: Measure): void {
  gauge(measures, { name, help: `${HELP[field]}: how long the oldest waits.` }, async (journal) => {
    const moment = new Date(now.now());
    const [oldest] = await journal
      .find({ [field]: { $lte: moment } }, { [field]: 1 })
      .sort({ [field]: 1 })
      .limit(1)
      .lean<Partial<Record<Measure['field'], Date>>[]>();
    const since = oldest?.[field];
    return since === undefined ? 0 : (moment.getTime() - since.getTime()) / 1_000;
  });
}

function gauge(
  { registry, journals, log }: JournalMeasures,
  { name, help }: { readonly name: string; readonly help: string },
  measure: (journal: Journal) => Promise<number>,
): void {
  const made: Gauge = new Gauge({
    ...{ name, help, labelNames: ['aggregate'], registers: [registry] },
    collect: async () => {
      made.reset();
      try {
        await Promise.all(
          journals.map(async ({ kind: aggregate, maintenance }) => {
            made.set({ aggregate }, await measure(maintenance.model));
          }),
        );
      } catch (error) {
        log?.warn({ err: error, metric: name }, 'journals could not be measured');
      }
    },
  });
}
