import type { Instant } from '@onewindow/kernel';
import type { JournalEvent } from './aggregate-type.ts';
import { IN_TIME } from './counting.ts';
import { declaredShape, filterOf, restricting, UndeclaredQuery } from './declared-query.ts';
import type { Journal, ListEachRequest, Page } from './journal.ts';
import type { JournalHead } from './journal-document.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { declaredList, listAggregates, pageFilterOf, pageOf } from './list-aggregates.ts';
import { inOneBatch, toAggregates } from './read-aggregates.ts';
import { projectionOf } from './read-parts.ts';

/**
 * A page for each parent. One parent's page is read as any list's: by the index, row by row. For more it
 * is one `$group` with `$topN`, which reads every row of the parents but keeps and sends only the pages.
 * A `$unionWith` for each parent would read less on MongoDB; the embedded server loads the whole
 * collection for each of them (10 parents, 20,000 rows: 19 s).
 */
export async function listEach<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  request: ListEachRequest,
  at: Instant,
): Promise<readonly Page<State>[]> {
  const { field, values } = request.each;
  const whole = overAll(request);
  const list = declaredList(workings.type, grouped(request));
  if (whole.values.length === 0) return [];
  const [only] = whole.values;
  if (only !== undefined && whole.values.length === 1) {
    const equality = { ...whole.equality, [field]: only };
    const page = await listAggregates(workings, { ...whole, equality }, at);
    return values.map(() => page);
  }
  const perParent = request.first + 1;
  const groups = await workings.model
    .aggregate<{ readonly _id: string; readonly heads: readonly JournalHead[] }>([
      { $match: pageFilterOf(whole, list) },
      { $project: projectionOf(request.parts, { ...list.shape.sort, [field]: 1 }) },
      {
        $group: {
          _id: `$${field}`,
          heads: { $topN: { n: perParent, sortBy: list.shape.sort, output: '$$ROOT' } },
        },
      },
    ])
    .option({ batchSize: inOneBatch(whole.values.length), ...IN_TIME })
    .exec();
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
  return values.map((value) => pages.get(value) ?? empty);
}

export async function countEach<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  { type, model }: JournalWorkings<State, Command, Event, Rejection>,
  request: Parameters<Journal<never, never, never, never>['countEach']>[0],
): Promise<readonly number[]> {
  const whole = overAll(request);
  const shape = declaredShape(type.queries, grouped(request));
  if (whole.values.length === 0) return [];
  const groups = await model
    .aggregate<{ readonly _id: string; readonly rows: number }>([
      { $match: filterOf(restricting(whole, shape), shape) },
      { $group: { _id: `$${request.each.field}`, rows: { $sum: 1 } } },
    ])
    .option({ batchSize: inOneBatch(whole.values.length), ...IN_TIME })
    .exec();
  const rows = new Map(groups.map((group) => [group._id, group.rows]));
  return request.each.values.map((value) => rows.get(value) ?? 0);
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
