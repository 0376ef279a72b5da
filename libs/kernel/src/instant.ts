import type { Brand } from './brand.ts';

/**
 * A moment in UTC as `YYYY-MM-DDTHH:mm:ss.sssZ`, always with milliseconds: text order is time
 * order, so instants are compared with `<` and stay plain JSON in journals and events.
 */
export type Instant = Brand<'Instant'>;

/** The instant of a date or of any RFC 3339 text. Throws `RangeError` for what is no date. */
export function instant(value: Date | string): Instant {
  return (typeof value === 'string' ? new Date(value) : value).toISOString() as Instant;
}

/** `milliseconds` later (or earlier, when negative). */
export function addMilliseconds(value: Instant, milliseconds: number): Instant {
  return instant(new Date(Date.parse(value) + milliseconds));
}
