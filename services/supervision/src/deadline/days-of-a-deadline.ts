import { deadline, type Calendar, type Deadline, type KeptDeadline } from '@onewindow/calendar';
import type { AnswerDeadlineMapper } from './schema.mappers.ts';

/**
 * Every day of a deadline, counted from what the state keeps. Where another calendar holds by now, the days are as they
 * were told when it was counted: that stands in the journal.
 */
export async function daysOf(
  { told, ...kept }: AnswerDeadlineMapper,
  calendar: Calendar,
): Promise<Deadline['ledger']> {
  const { rule, startedAt, period } = kept;
  const counted = deadline({ calendar, rule, startedAt, period, suspensions: [] });
  if (isSame(kept, counted)) return counted.ledger;
  return ((await told()).findLast((one) => isSame(kept, one)) ?? counted).ledger;
}

const isSame = (kept: KeptDeadline, other: KeptDeadline): boolean =>
  kept.dueAt === other.dueAt &&
  kept.startedAt === other.startedAt &&
  kept.calendarVersion === other.calendarVersion;

/** The deadlines in a history: the events that count one tell it with its days. */
export const deadlinesIn = (history: readonly { readonly event: object }[]): readonly Deadline[] =>
  history.flatMap(({ event }) =>
    'deadline' in event ? [(event as { readonly deadline: Deadline }).deadline] : [],
  );
