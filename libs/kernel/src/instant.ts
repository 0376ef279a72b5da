import type { Brand } from './brand.ts';

/**
 * A moment in UTC as `YYYY-MM-DDTHH:mm:ss.sssZ`, always with milliseconds: text order is time
 * order, so instants are compared with `<` and stay plain JSON in journals and events.
 */
export type Instant = Brand<'Instant'>;

const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * The instant of a date or of any RFC 3339 text. Throws `RangeError` for what is no date, for text
 * without an offset (it would mean another moment on another machine) and for days that do not
 * exist (`Date` would take 30 February for 2 March).
 */
export function instant(value: Date | string): Instant {
  const text = (typeof value === 'string' ? dateOf(value) : value).toISOString();
  // A year of more digits has a sign before it and would not be in order as text.
  if (text.length !== 24) throw new RangeError(`Beyond the years 0000 to 9999: ${text}`);
  return text as Instant;
}

/** `milliseconds` later (or earlier, when negative). */
export function addMilliseconds(value: Instant, milliseconds: number): Instant {
  return instant(new Date(Date.parse(value) + milliseconds));
}

function dateOf(text: string): Date {
  const [, year, month, day] = RFC_3339.exec(text) ?? [];
  const midnight = new Date(`${year ?? ''}-${month ?? ''}-${day ?? ''}T00:00:00Z`);
  if (midnight.getUTCDate() !== Number(day)) throw new RangeError(`No RFC 3339 time: ${text}`);
  return new Date(text.toUpperCase());
}
