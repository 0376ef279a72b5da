import type { Instant } from '@onewindow/kernel';
import { readOnce } from '@onewindow/runtime';
import type { AggregateType, JournalEvent } from './aggregate-type.ts';
import { counting, IN_TIME } from './counting.ts';
import { declaredShape, filterOf, restricting, type Filter } from './declared-query.ts';
import type { CountRequest, ListRequest, Loaded, Page } from './journal.ts';
import type { JournalHead } from './journal-document.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { behind, cursorOf, listOf } from './keyset.ts';
import type { QueryShape } from './query-shape.ts';
import { inOneBatch, toAggregates } from './read-aggregates.ts';
import { projectionOf, type Parts } from './read-parts.ts';

/** One page, in the order of the declared query. One command. */
export async function listAggregates<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  request: ListRequest,
  at: Instant,
): Promise<Page<State>> {
  const list = declaredList(workings.type, request);
  const { shape } = list;
  const heads = await findHeads(workings, {
    filter: pageFilterOf(request, list),
    sort: shape.sort,
    limit: request.first + 1,
    parts: request.parts,
  });
  const loaded = await toAggregates(workings, heads, { at, parts: request.parts });
  return pageOf(heads, loaded, { request, list });
}

/** A declared query, and how cursors name its list. */
export interface DeclaredList {
  readonly name: string;
  readonly shape: QueryShape;
}

export const declaredList = (
  {
    collection,
    queries,
  }: Pick<AggregateType<never, never, never, never>, 'collection' | 'queries'>,
  request: Parameters<typeof declaredShape>[1],
): DeclaredList => ({
  name: listOf(collection, request.query),
  shape: declaredShape(queries, request),
});

/** A page of what was read, which is one row more than asked for when there are more. */
export function pageOf<State>(
  heads: readonly JournalHead[],
  loaded: readonly Loaded<State>[],
  { request, list }: { readonly request: ListRequest; readonly list: DeclaredList },
): Page<State> {
  const { first, after } = request;
  return {
    edges: heads.slice(0, first).flatMap((head, index) => {
      const node = loaded[index];
      return node === undefined
        ? []
        : [{ cursor: cursorOf(list.name, list.shape.sort, head), node }];
    }),
    hasNextPage: heads.length > first,
    hasPreviousPage: after !== undefined,
  };
}

export function pageFilterOf(request: ListRequest, { name, shape }: DeclaredList): Filter {
  const { first, after } = request;
  if (!Number.isInteger(first) || first < 1) throw new RangeError('A page has at least one row.');
  const filter = filterOf(request, shape);
  return after === undefined ? filter : behind(filter, shape.sort, { list: name, text: after });
}

export async function findFirst<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  request: Pick<ListRequest, 'query' | 'equality'>,
  at: Instant,
): Promise<Loaded<State> | null> {
  const { sort } = declaredShape(workings.type.queries, request);
  const heads = await findHeads(workings, { filter: filterOf(request), sort, limit: 1 });
  const [found] = await toAggregates(workings, heads, { at, parts: undefined });
  return found ?? null;
}

export async function findIds<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  { type, model }: JournalWorkings<State, Command, Event, Rejection>,
  request: Pick<ListRequest, 'query' | 'equality'>,
  atMost: number,
): Promise<readonly string[]> {
  declaredShape(type.queries, request);
  const found = await model
    .find(filterOf(request), { _id: 1 }, IN_TIME)
    .limit(atMost)
    .batchSize(inOneBatch(atMost))
    .lean<readonly { readonly _id: string }[]>()
    .exec();
  return found.map(({ _id }) => _id);
}

export async function countAggregates<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  { atMost, ...request }: CountRequest,
): Promise<number> {
  const shape = declaredShape(workings.type.queries, request);
  const filter = filterOf(restricting(request, shape), shape);
  const bound = { limit: atMost };
  return readOnce(named(workings, 'count', { filter, ...bound }), () =>
    counting(workings.database, () =>
      workings.model.countDocuments(filter, { ...IN_TIME, ...bound }),
    ),
  );
}

function findHeads<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  page: {
    readonly filter: Filter;
    readonly sort: Readonly<Record<string, 1 | -1>>;
    readonly limit: number;
    readonly parts?: Parts;
  },
): Promise<JournalHead[]> {
  return readOnce(named(workings, 'list', page), () =>
    workings.model
      .find(page.filter, projectionOf(page.parts, page.sort), IN_TIME)
      .sort({ ...page.sort })
      .limit(page.limit)
      .lean<JournalHead[]>()
      .exec(),
  );
}

/** The same read of the same collection has the same name. */
const named = <State, Command, Event extends JournalEvent, Rejection extends Coded>(
  { type, database }: JournalWorkings<State, Command, Event, Rejection>,
  what: string,
  asked: object,
): string => `${what} ${database.native.databaseName}.${type.collection} ${JSON.stringify(asked)}`;
