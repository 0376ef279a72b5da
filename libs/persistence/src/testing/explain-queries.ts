import { createIndexes } from '../create-indexes.ts';
import type { Database } from '../database.ts';
import { filterOf, type Filter } from '../declared-query.ts';
import { behind, cursorOf } from '../keyset.ts';
import type { QueryShape } from '../query-shape.ts';
import { problemsOf, readPlan } from './explained-plan.ts';
import { FEW, sampleRows, valueAt, type Row } from './sample-rows.ts';
import type { Indexed } from './uncovered-queries.ts';

const ROWS = 1_200;
const PAGE = 21;

/** A query as a list or a sweep runs it. */
interface Run {
  readonly name: string;
  readonly filter: Filter;
  readonly sort: QueryShape['sort'];
}

/** Which query of a collection a planner reads too much for, and why. */
export interface SlowQuery {
  readonly query: string;
  readonly problems: readonly string[];
}

/**
 * Fills a collection of this name with rows, makes its indexes, and has a server with a real planner
 * explain every declared query: its first page, a later one, and with several values for its filters.
 */
export async function explainQueries(
  database: Database,
  collection: string,
  declared: Indexed & { readonly sweeps?: readonly Run[] },
): Promise<readonly SlowQuery[]> {
  const rows = sampleRows(declared, ROWS);
  const middle = rows[ROWS / 2] ?? {};
  const native = database.native.collection<{ _id: string }>(collection);
  await createIndexes(database, [{ collection, indexes: declared.indexes }]);
  await native.insertMany(rows as unknown as { _id: string }[]);
  const runs = Object.entries(declared.queries).flatMap(([name, shape]) =>
    runsOf(name, shape, middle),
  );
  const slow: SlowQuery[] = [];
  for (const { name, filter, sort } of [...runs, ...(declared.sweeps ?? [])]) {
    const asked = native
      .find(filter)
      .sort({ ...sort })
      .limit(PAGE);
    const problems = problemsOf(readPlan(await asked.explain('executionStats')));
    if (problems.length > 0) slow.push({ query: name, problems });
  }
  return slow;
}

/** A query on its own value in each field, then with all values in the filters behind the first. */
function runsOf(name: string, shape: QueryShape, row: Row): readonly Run[] {
  const { equality, every, sort, range = [] } = shape;
  const request = {
    equality: Object.fromEntries(equality.map((field) => [field, valueAt(row, field) as string])),
    ...(every !== undefined && { every: [valueAt(row, every) as string] }),
  };
  const [, ...filters] = equality;
  const isFew = (field: string) => (FEW as readonly unknown[]).includes(valueAt(row, field));
  const anyOf = Object.fromEntries(filters.filter(isFew).map((field) => [field, [...FEW]]));
  const ranged: readonly (readonly [string, { readonly from: string }])[] = range.map((field) => [
    field,
    { from: valueAt(row, field) as string },
  ]);
  const filter = filterOf(request, shape);
  const text = Object.keys(sort).length > 0 ? cursorOf(name, sort, row) : undefined;
  return [
    { name, filter, sort },
    ...(text === undefined
      ? []
      : [
          {
            name: `${name}, behind a cursor`,
            filter: behind(filter, sort, { list: name, text }),
            sort,
          },
        ]),
    ...(Object.keys(anyOf).length === 0
      ? []
      : [
          {
            name: `${name}, for any of several`,
            filter: filterOf({ ...request, equality: { ...request.equality, ...anyOf } }, shape),
            sort,
          },
        ]),
    ...(ranged.length === 0
      ? []
      : [
          {
            name: `${name}, in a range`,
            filter: filterOf({ ...request, range: Object.fromEntries(ranged) }, shape),
            sort,
          },
        ]),
  ];
}

const past = 'v000010';

/** What the sweeps of every journal ask, by the fields of a document's head. */
export const JOURNAL_SWEEPS: readonly Run[] = [
  {
    name: 'timers that are due',
    filter: { nextTimerAt: { $lte: past }, 'timerWait.until': { $not: { $gt: past } } },
    sort: { nextTimerAt: 1 },
  },
  {
    name: 'events that are pending',
    filter: { pendingSince: { $lte: past }, sweepAfter: { $not: { $gt: past } } },
    sort: { pendingSince: 1 },
  },
  {
    name: 'events published lately',
    filter: { publishedAt: { $gte: past } },
    sort: { publishedAt: 1 },
  },
  {
    name: 'journals whose oldest entries are to move',
    filter: { longSince: { $lte: past } },
    sort: { longSince: 1 },
  },
  {
    name: 'journals with entries that are not sealed',
    filter: { unsealedSince: { $gt: past } },
    sort: { unsealedSince: 1 },
  },
  { name: 'all of them by id', filter: { _id: { $gt: past } }, sort: { _id: 1 } },
];
