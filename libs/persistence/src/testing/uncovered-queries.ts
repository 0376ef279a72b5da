import { MOST_RANGES, rangesOf, type IndexDeclaration, type QueryShape } from '../query-shape.ts';

/** What has declared queries and indexes: an aggregate type or a replica. */
export interface Indexed {
  readonly indexes: readonly IndexDeclaration[];
  readonly queries: Readonly<Record<string, QueryShape>>;
}

/**
 * The names of the declared queries that no declared index serves: equality fields (and the one of `every`)
 * first in any order, then the sort in its order and direction (or all of it reversed), then the range. The embedded
 * server's `explain` proves nothing about a real planner; this does.
 */
export function uncoveredQueries(type: Indexed): readonly string[] {
  return Object.entries(type.queries)
    .filter(([, shape]) => !isPageable(shape) || !type.indexes.some((one) => serves(one, shape)))
    .map(([name]) => name);
}

/** The names of the sorted queries whose widest request MongoDB would sort in memory, with its number of ranges. */
export function unmergedQueries(type: Pick<Indexed, 'queries'>): readonly string[] {
  return Object.entries(type.queries)
    .filter(([, shape]) => Object.keys(shape.sort).length > 0 && rangesOf(shape) > MOST_RANGES)
    .map(([name, shape]) => `${name}: ${String(rangesOf(shape))} ranges`);
}

/** Pages are exact only when the last sort key is `_id`. */
function isPageable({ sort }: QueryShape): boolean {
  const keys = Object.keys(sort);
  return keys.length === 0 || keys.at(-1) === '_id';
}

function serves(index: IndexDeclaration, { sort, range = [], ...shape }: QueryShape): boolean {
  const equality = [...shape.equality, ...(shape.every === undefined ? [] : [shape.every])];
  const fields = Object.entries(index.fields);
  // A sparse index lacks documents: only a value that must be there makes it whole.
  if (index.sparse === true && equality.length === 0) return false;
  const prefix = fields.slice(0, equality.length).map(([field]) => field);
  if (!equality.every((field) => prefix.includes(field))) return false;
  const ordered = fields.slice(equality.length);
  const directions = Object.entries(sort).map(([field, direction], position) => {
    const [indexed, stored] = ordered[position] ?? [];
    return indexed === field && stored !== undefined ? stored * direction : 0;
  });
  const sameWay = directions.every((one) => one === 1) || directions.every((one) => one === -1);
  const rest = fields.map(([field]) => field);
  return sameWay && range.every((field) => rest.includes(field));
}
