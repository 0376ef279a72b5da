/** What is answered about an id that nothing is known by here, or nothing that the viewer may see. */
export type NotKnown =
  | { readonly code: 'NotFound'; readonly id: string }
  /** `retryAfter` in seconds. */
  | { readonly code: 'NotYetKnown'; readonly id: string; readonly retryAfter: number };

const SECOND = 1_000;
/** So many milliseconds after it was made an event may be on its way: a broker that is started anew, a leader that is elected. */
const ON_ITS_WAY = 600 * SECOND;
/** So long after it was first asked for: for an id that does not tell when it was made. */
const ASKED_LATELY = 60 * SECOND;
/** Clocks of other machines run ahead by so much. */
const AHEAD = 60 * SECOND;
const RETRY_AFTER_SECONDS = 2;
const REMEMBERED = 10_000;

/**
 * Tells "not here yet, ask again" from "there is no such thing" by the id alone: what is hidden is answered as what
 * does not exist. A UUIDv7 tells when it was made; any other id is new for a minute after somebody has first asked
 * for it, as far as this process remembers. `now` in milliseconds. `onItsWay`: for how many milliseconds something
 * counts as made just now; shorter where somebody who asks in vain is to be told soon what else he can do.
 */
export function createNotKnown(
  now: () => number = Date.now,
  onItsWay = ON_ITS_WAY,
): (id: string) => NotKnown {
  const firstAsked = new Map<string, number>();
  const isNew = (id: string): boolean => {
    const made = madeAt(id);
    if (made !== undefined) return made > now() - onItsWay && made < now() + AHEAD;
    const asked = firstAsked.get(id);
    if (asked !== undefined) return now() - asked < ASKED_LATELY;
    firstAsked.set(id, now());
    const [oldest] = firstAsked.keys();
    if (firstAsked.size > REMEMBERED && oldest !== undefined) firstAsked.delete(oldest);
    return true;
  };
  return (id) =>
    isNew(id)
      ? { code: 'NotYetKnown', id, retryAfter: RETRY_AFTER_SECONDS }
      : { code: 'NotFound', id };
}

/** The milliseconds that a UUIDv7 begins with; undefined for any other text. */
function madeAt(id: string): number | undefined {
  const [, high, low] = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab]/i.exec(id) ?? [];
  return high === undefined || low === undefined ? undefined : Number.parseInt(high + low, 16);
}
