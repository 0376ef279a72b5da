import { randomInt } from 'node:crypto';

/** How many different names the fields of one body may have: all inputs of the graph together have a quarter of it. */
export const MOST_NAMES = 2_000;
/** How many values one body may hold, objects and lists counted as well. */
export const MOST_PARTS = 10_000;
/** How deep objects and lists may lie in each other. */
export const DEEPEST = 64;
/** Smaller bodies can't hold enough to hurt, and are not looked through. */
const SMALL = 4 * 1_024;

/** A body that is no JSON, or of which too much is to be made. */
export type BodyFault = 'NO_JSON' | 'TOO_DEEP' | 'TOO_MANY_NAMES' | 'TOO_MANY_VALUES';

/**
 * A request's body as JSON. What a body costs is what is to be made of it, and hardly its bytes: a name that comes for
 * the first time, an object, a value. They are counted before anything is made, in a walk that ends at the first
 * bound.
 */
export function readJsonBody(
  body: Buffer,
):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: BodyFault } {
  const fault = body.length > SMALL ? faultOf(body) : undefined;
  if (fault !== undefined) return { ok: false, fault };
  try {
    return { ok: true, value: JSON.parse(body.toString('utf8')) as unknown };
  } catch {
    return { ok: false, fault: 'NO_JSON' };
  }
}

const QUOTE = 0x22;
const ESCAPE = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
/** No text stands before here that could be a name. */
const NONE = -1;

/** Counts outside of texts; of what is no JSON any answer will do. */
function faultOf(body: Buffer): BodyFault | undefined {
  const names = new Set<number>();
  let parts = 0;
  let depth = 0;
  let text = NONE;
  for (let at = 0; at < body.length; at += 1) {
    switch (body[at]) {
      case QUOTE:
        text = at + 1;
        at = endOfText(body, text);
        break;
      case COLON:
        // Each text is a name once: a long one with colons alone behind it would be read as often as there are colons.
        if (text === NONE) return 'NO_JSON';
        names.add(hashOfName(body, text));
        text = NONE;
        if (names.size > MOST_NAMES) return 'TOO_MANY_NAMES';
        break;
      case OPEN:
      case OPEN_LIST:
        parts += 1;
        depth += 1;
        if (depth > DEEPEST) return 'TOO_DEEP';
        break;
      case CLOSE:
      case CLOSE_LIST:
        depth -= 1;
        break;
      case COMMA:
        parts += 1;
        break;
      default:
    }
    if (parts > MOST_PARTS) return 'TOO_MANY_VALUES';
  }
  return undefined;
}

function endOfText(body: Buffer, from: number): number {
  let at = from;
  while (at < body.length && body[at] !== QUOTE) at += body[at] === ESCAPE ? 2 : 1;
  return at;
}

/** Odd, and another in each process: nobody can make names that count as one. */
const FACTOR = randomInt(2 ** 31) * 2 + 1;

function hashOfName(body: Buffer, from: number): number {
  const end = endOfText(body, from);
  let hash = end - from;
  for (let at = from; at < end; at += 1) hash = Math.imul(hash ^ (body[at] ?? 0), FACTOR);
  return hash;
}
