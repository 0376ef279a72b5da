import { squeezed } from './squeezed.ts';

/** What tells codes apart is at their beginning; the rest names region and department. */
const TELLING = 14;
const PART = 5;
const SHORTEST = 3;

const asCode = (part: string): string => `#${part}`;
const tellingOf = (code: string) => squeezed(code).slice(0, TELLING);
const partsOf = (text: string) =>
  Array.from({ length: Math.max(0, text.length - PART + 1) }, (_, at) => text.slice(at, at + PART));

/** What a code is found by: every five neighbouring characters of it, and its beginning for whoever types less. */
export function codePartsOf(code: string): readonly string[] {
  const telling = tellingOf(code);
  const beginnings = [SHORTEST, PART - 1].map((length) => telling.slice(0, length));
  return [...new Set([...partsOf(telling), ...beginnings])].map(asCode);
}

/** The one part to look a typed code up by: the latest with the fewest noughts, which many codes share. */
export function codePartFor(typed: string): string {
  const telling = tellingOf(typed);
  const noughts = (part: string) => part.split('0').length;
  const [first = telling, ...others] = partsOf(telling);
  const telltale = others.reduce(
    (best, part) => (noughts(part) <= noughts(best) ? part : best),
    first,
  );
  return asCode(telltale);
}
