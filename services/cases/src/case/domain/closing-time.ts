import {
  dayOf,
  nextDay,
  type Day,
  type Deadline,
  type DeadlineTerms,
  type LedgerDay,
} from '@onewindow/calendar';
import { instant, type Instant } from '@onewindow/kernel';

/** A period that ends with the opening hours of a day, as `17:00` in Asia/Shanghai. */
export interface ClosingTerms extends Omit<DeadlineTerms, 'period'> {
  readonly closes: string;
}

/**
 * The end of what is handled on the spot (002:35, A10): when the centre closes on the first day on which it is open, and
 * that may be the starting day itself. Closed are days that don't work, and days of a special procedure (行政许可法 45).
 * What starts after closing ends the next open day. The ledger has each of these days; the last one names the time.
 * Refuses nothing; a procedure that lasts without end leaves `dueAt` null.
 */
export function atClosing({
  calendar,
  rule,
  startedAt,
  suspensions,
  closes,
}: ClosingTerms): Deadline {
  const ledger: LedgerDay[] = [];
  let provisional = false;
  let dueAt: Instant | null = null;
  let day = dayOf(startedAt);
  for (;;) {
    const held = suspensions.find((span) => holds(span, day));
    const { works, reason, name, known } = calendar.day(day);
    if (!known) provisional = true;
    const end = momentOf(day, closes);
    if (held) {
      ledger.push({ day, counts: false, counted: 0, reason: 'SUSPENDED', name: held.reason });
      if (held.until === null) break;
    } else if (works && startedAt < end) {
      ledger.push({ day, counts: false, counted: 0, reason, name: `${closes} 下班` });
      dueAt = end;
      break;
    } else {
      ledger.push({ day, counts: false, counted: 0, reason, name });
    }
    day = nextDay(day);
  }
  const period = { value: 0, unit: 'WORKING_DAYS' } as const;
  return { rule, period, startedAt, dueAt, provisional, calendarVersion: calendar.version, ledger };
}

function holds({ from, until }: ClosingTerms['suspensions'][number], day: Day): boolean {
  return dayOf(from) <= day && (until === null || day < dayOf(until));
}

const momentOf = (day: Day, time: string): Instant =>
  instant(new Date(Date.parse(`${day}T${time}:00+08:00`)));
