import type { Instant } from '@onewindow/kernel';
import { createInTurn } from '@onewindow/runtime';
import type { JournalEvent } from './aggregate-type.ts';
import { counting, IN_TIME } from './counting.ts';
import { declaredShape, filterOf, restricting, UndeclaredQuery } from './declared-query.ts';
import type { CountEachRequest, ListEachRequest, Page } from './journal.ts';
import type { JournalHead } from './journal-document.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import {
  countAggregates,
  declaredList,
  listAggregates,
  pageFilterOf,
  pageOf,
} from './list-aggregates.ts';
import { inOneBatch, toAggregates } from './read-aggregates.ts';
import { projectionOf } from './read-parts.ts';

/** Of many parents no more rows are read together than this many times what their pages hold. */
const TIMES_THE_PAGES = 10;
/** Reads of single parents, where there are more: so many at once, for they are many. */
const AT_ONCE = 8;

/**
 * A page for each parent. One parent's page is read as any list's: by the index, row by row. For more it
 * is one `$group` with `$topN`, which reads the rows of the parents and keeps and sends only the pages. It ends where it
 * has read ten times the pages: then each parent's page is read by itself, so that nothing hangs on how many rows they have.
 * A `$unionWith` for each parent would be one command on MongoDB; the embedded server loads the whole
 * collection for each of them (10 parents, 20,000 rows: 19 s).
 */
export async function listEach<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  request: ListEachRequest,
  at: Instant,
): Promise<readonly Page<State>[]> {
  const { field } = request.each;
  const whole = overAll(request);
  const list = declaredList(workings.type, grouped(request));
  if (whole.values.length === 0) return [];
  const alone = (parent: string) =>
    listAggregates(workings, { ...whole, equality: { ...whole.equality, [field]: parent } }, at);
  if (whole.values.length === 1) return eachBySelf(request.each.values, alone);
  const perParent = request.first + 1;
  const most = TIMES_THE_PAGES * perParent * whole.values.length;
  const groups = await workings.model
    .aggregate<{
      readonly _id: string;
      readonly rows: number;
      readonly heads: readonly JournalHead[];
    }>([
      { $match: pageFilterOf(whole, list) },
      { $limit: most },
      { $project: projectionOf(request.parts, { ...list.shape.sort, [field]: 1 }) },
      {
        $group: {
          _id: `$${field}`,
          rows: { $sum: 1 },
          heads: { $topN: { n: perParent, sortBy: list.shape.sort, output: '$$ROOT' } },
        },
      },
    ])
    .option({ batchSize: inOneBatch(whole.values.length), ...IN_TIME })
    .exec();
  if (rowsOf(groups) === most) return eachBySelf(request.each.values, alone);
  const loaded = await toAggregates(
    workings,
    groups.flatMap(({ heads }) => heads),
    { at, parts: request.parts },
  );
  const byId = new Map(loaded.map((one) => [one.id, one]));
  const pages = new Map(
    groups.map(({ _id, heads }) => {
      const own = heads.flatMap((head) => byId.get(head._id) ?? []);
      return [_id, pageOf(heads, own, { request: whole, list })];
    }),
  );
  const empty = pageOf<State>([], [], { request: whole, list });
  return request.each.values.map((value) => pages.get(value) ?? empty);
}

/**
 * How many rows each parent has, none counted beyond `atMost`: one command, which ends when all together have as many.
 * Then each is counted by itself.
 */
export async function countEach<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  { atMost, ...request }: CountEachRequest,
): Promise<readonly number[]> {
  const { type, model, database } = workings;
  const { field } = request.each;
  const { values, equality, ...whole } = overAll(request);
  const shape = declaredShape(type.queries, grouped(request));
  if (values.length === 0) return [];
  const alone = (parent: string) =>
    countAggregates(workings, { ...whole, equality: { ...equality, [field]: parent }, atMost });
  if (values.length === 1) return eachBySelf(request.each.values, alone);
  const filter = filterOf(restricting({ ...whole, equality }, shape), shape);
  const groups = await counting(database, () =>
    model
      .aggregate<{ readonly _id: string; readonly rows: number }>([
        { $match: filter },
        { $limit: atMost },
        { $group: { _id: `$${field}`, rows: { $sum: 1 } } },
      ])
      .option({ batchSize: inOneBatch(values.length), ...IN_TIME })
      .exec(),
  );
  if (rowsOf(groups) === atMost) return eachBySelf(request.each.values, alone);
  const rows = new Map(groups.map((group) => [group._id, group.rows]));
  return request.each.values.map((value) => rows.get(value) ?? 0);
}

const rowsOf = (groups: readonly { readonly rows: number }[]): number =>
  groups.reduce((sum, { rows }) => sum + rows, 0);

/** Each parent once, however often it is named. */
async function eachBySelf<Read>(
  parents: readonly string[],
  read: (parent: string) => Promise<Read>,
): Promise<readonly Read[]> {
  const inTurn = createInTurn(AT_ONCE);
  const reads = new Map<string, Promise<Read>>();
  return Promise.all(
    parents.map((parent) => {
      const reading = reads.get(parent) ?? inTurn(() => read(parent));
      reads.set(parent, reading);
      return reading;
    }),
  );
}

/** The shape's bound on values is for what is merged in order: the parents are grouped, whatever their number. */
const grouped = <Request extends Omit<ListEachRequest, 'first' | 'after'>>({
  each,
  ...request
}: Request) => ({ ...request, equality: { ...request.equality, [each.field]: '' } });

/** The request with all the parents as the "one of" of their field, each of them once. */
function overAll<Request extends Omit<ListEachRequest, 'first' | 'after'>>(request: Request) {
  const { field } = request.each;
  if (Object.hasOwn(request.equality, field)) {
    throw new UndeclaredQuery(`${field} has its values by each parent.`);
  }
  const values = [...new Set(request.each.values)];
  return { ...request, values, equality: { ...request.equality, [field]: values } };
}
