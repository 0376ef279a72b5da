import { InvalidCursor, readCursor, writeCursor } from '@onewindow/kernel';
import type { Filter } from './declared-query.ts';
import type { QueryShape } from './query-shape.ts';
import { decodeState, encodeOperand } from './state-codec.ts';

type Sort = QueryShape['sort'];
type Operators = Record<string, unknown>;

/** The list of a collection's query, as cursors name it: queries of several kinds have the same names. */
export const listOf = (collection: string, query: string): string => `${collection}.${query}`;

/** The position of a document in a sorted list, as opaque text. */
export function cursorOf(list: string, sort: Sort, document: object): string {
  const position = Object.keys(sort).map((path) => {
    const value = decodeState(at(document, path));
    if (value === null || value === undefined) {
      throw new Error(`${list} sorts by ${path}, which must be in every document it matches.`);
    }
    return value as string | number | boolean;
  });
  return writeCursor(list, position);
}

function at(document: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inside, key) => (inside as Filter | undefined)?.[key], document);
}

/**
 * Narrows a filter to what lies behind a cursor. Written `{a: {$lte: X}, $or: [{a: {$lt: X}}, {a: X, …}]}`:
 * with the redundant bound a planner reads one page, without it all that the rest matches.
 */
export function behind(filter: Filter, sort: Sort, cursor: { list: string; text: string }): Filter {
  const keys = Object.entries(sort);
  const values = readCursor(cursor.list, cursor.text, keys.length);
  const fields = keys.map(([path, direction], index) => ({
    path,
    beyond: direction === 1 ? '$gt' : '$lt',
    value: encodeOperand(path, values[index]),
  }));
  const [first] = fields;
  if (first === undefined) throw new InvalidCursor('This query has no pages.');
  const range = filter[first.path] as Operators | undefined;
  if (fields.length === 1) {
    return { ...filter, [first.path]: { ...range, [first.beyond]: first.value } };
  }
  const alternatives = fields.map(({ path, beyond, value }, index) => ({
    ...Object.fromEntries(fields.slice(0, index).map((before) => [before.path, before.value])),
    [path]: { [beyond]: value },
  }));
  return { ...filter, [first.path]: bounded(range, first), $or: alternatives };
}

/** The cursor's bound beside the range's own; of two lower bounds the higher one. */
function bounded(
  range: Operators | undefined,
  first: { beyond: string; value: unknown },
): Operators {
  if (first.beyond === '$lt') return { ...range, $lte: first.value };
  const from = range?.['$gte'];
  const later = from !== undefined && (from as Date) > (first.value as Date);
  return { ...range, $gte: later ? from : first.value };
}
