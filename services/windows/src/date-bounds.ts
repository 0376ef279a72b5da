import type { Day } from '@onewindow/calendar';
import { reject, type Instant } from '@onewindow/kernel';

const DAY_MS = 86_400_000;
/** A window is planned so far ahead, and its past days are kept so long (local rule). */
export const SERVICE_DATES = { pastDays: 366, aheadDays: 731 } as const;
/** A letter begins so near to now, and lasts so long at most (local rule; one without an end ends when it is revoked). */
export const LETTER = { pastDays: 366, aheadDays: 366, longestDays: 1_827 } as const;

/** `InvalidInput` of the first day that lies outside, null where none does. */
export function serviceDatesOutside(days: readonly Day[], at: Instant) {
  const [first, last] = [
    dayFrom(at, -SERVICE_DATES.pastDays),
    dayFrom(at, SERVICE_DATES.aheadDays),
  ];
  const outside = days.find((day) => day < first || day > last);
  return outside === undefined
    ? null
    : reject({ code: 'DateOutside', field: 'serviceDates', first, last });
}

/** `InvalidInput` of a letter's beginning or end, null where both can be. */
export function validityOutside(
  { validFrom, validUntil }: { readonly validFrom: Instant; readonly validUntil: Instant | null },
  at: Instant,
) {
  const [first, last] = [dayFrom(at, -LETTER.pastDays), dayFrom(at, LETTER.aheadDays)];
  const begins = validFrom.slice(0, 10);
  if (begins < first || begins > last) {
    return reject({ code: 'DateOutside', field: 'validFrom', first, last });
  }
  if (validUntil === null) return null;
  const end = dayFrom(validFrom, LETTER.longestDays);
  if (validUntil.slice(0, 10) > end) {
    return reject({ code: 'DateOutside', field: 'validUntil', first: dayFrom(at, 0), last: end });
  }
  return validUntil <= validFrom || validUntil <= at
    ? reject({ code: 'EndNotAhead', field: 'validUntil' })
    : null;
}

/** The day so many days from a moment, in universal time: the bounds are wide. */
const dayFrom = (at: Instant, days: number): string =>
  new Date(Date.parse(at) + days * DAY_MS).toISOString().slice(0, 10);
