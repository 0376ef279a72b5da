/** The moment (milliseconds since 1970, trust clock) by which the gateway's client wants its answer. */
export const DEADLINE_HEADER = 'onewindow-deadline';

/** The longest that a deadline may be ahead, in milliseconds: no request is worked on for an hour. */
const LONGEST = 60 * 60 * 1_000;

/**
 * How many milliseconds are left at `now` until the moment of the header, 0 or less when it has passed. Undefined
 * without a header; `MALFORMED` for what is no number of digits, or further ahead than an hour.
 */
export function timeLeft(
  header: string | undefined,
  now: number,
): number | 'MALFORMED' | undefined {
  if (header === undefined) return undefined;
  const left = /^\d{1,15}$/.test(header) ? Number(header) - now : LONGEST + 1;
  return left > LONGEST ? 'MALFORMED' : left;
}
