/** How many fields one object of a body may have: the largest input of the graph has a fiftieth of it. */
export const MOST_KEYS = 2_000;
/** Smaller bodies can't hold enough fields to hurt, and are not looked through. */
const SMALL = 32 * 1_024;

/** A body that is no JSON, or in which an object has too many fields. */
export type BodyFault = 'NO_JSON' | 'TOO_MANY_FIELDS';

/**
 * A request's body as JSON. Nothing in it is looked at before; an object of a hundred thousand fields
 * takes as long to list as to parse, so there is none.
 */
export function readJsonBody(
  body: Buffer,
):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: BodyFault } {
  if (body.length > SMALL && hasLargeObject(body)) return { ok: false, fault: 'TOO_MANY_FIELDS' };
  try {
    return { ok: true, value: JSON.parse(body.toString('utf8')) as unknown };
  } catch {
    return { ok: false, fault: 'NO_JSON' };
  }
}

const QUOTE = 0x22;
const ESCAPE = 0x5c;
const COLON = 0x3a;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** Counts colons outside of texts, object by object; of what is no JSON any answer will do. */
function hasLargeObject(body: Buffer): boolean {
  const counts: number[] = [];
  let count = 0;
  for (let at = 0; at < body.length; at += 1) {
    switch (body[at]) {
      case QUOTE:
        at = endOfText(body, at + 1);
        break;
      case COLON:
        count += 1;
        if (count > MOST_KEYS) return true;
        break;
      case OPEN:
        counts.push(count);
        count = 0;
        break;
      case CLOSE:
        count = counts.pop() ?? 0;
        break;
      default:
    }
  }
  return false;
}

function endOfText(body: Buffer, from: number): number {
  let at = from;
  while (at < body.length && body[at] !== QUOTE) at += body[at] === ESCAPE ? 2 : 1;
  return at;
}
