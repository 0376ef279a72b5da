import type { AggregateType } from './aggregate-type.ts';
import type { ListRequest } from './journal.ts';
import type { QueryShape } from './query-shape.ts';
import { encodeOperand } from './state-codec.ts';

/** A query that no declared shape allows: no index is known to serve it. */
export class UndeclaredQuery extends Error {
  override readonly name = 'UndeclaredQuery';
}

export type Filter = Record<string, unknown>;
type Asked = Pick<ListRequest, 'query' | 'equality' | 'every' | 'range' | 'except'>;
type Queries = Pick<AggregateType<never, never, never, never>, 'queries'>['queries'];

/** The declared shape of a request that fills it exactly. */
export function declaredShape(queries: Queries, request: Asked): QueryShape {
  const shape = Object.hasOwn(queries, request.query) ? queries[request.query] : undefined;
  if (shape === undefined) throw new UndeclaredQuery(`No query is called ${request.query}.`);
  const given = Object.keys(request.equality);
  const bounded = Object.keys(request.range ?? {});
  if (
    given.length !== shape.equality.length ||
    !given.every((field) => shape.equality.includes(field))
  ) {
    throw new UndeclaredQuery(`${request.query} asks for ${shape.equality.join(', ')} exactly.`);
  }
  if ((shape.every !== undefined) !== (request.every !== undefined && request.every.length > 0)) {
    throw new UndeclaredQuery(`${request.query} asks for all of some values only if it says so.`);
  }
  if (!bounded.every((field) => shape.range?.includes(field))) {
    throw new UndeclaredQuery(`${request.query} has no range on ${bounded.join(', ')}.`);
  }
  const left = Object.keys(request.except ?? {});
  if (!left.every((field) => shape.except?.includes(field))) {
    throw new UndeclaredQuery(`${request.query} leaves nothing out by ${left.join(', ')}.`);
  }
  demandFewRanges(shape, request);
  return shape;
}

/** A sorted list with more values than its query declares would be sorted in memory, without a word. */
function demandFewRanges({ sort, anyOf = {} }: QueryShape, { query, equality }: Asked): void {
  if (Object.keys(sort).length === 0) return;
  for (const [field, value] of Object.entries(equality)) {
    const most = Object.hasOwn(anyOf, field) ? (anyOf[field] ?? 1) : 1;
    if (Array.isArray(value) && new Set(value).size > most) {
      throw new UndeclaredQuery(`${query} asks for at most ${String(most)} values of ${field}.`);
    }
  }
}

/**
 * A request without what leaves nothing out: "one of" all the values that there are. For what is not sorted, where
 * each value is one more range to read and an equality the less costs nothing; a list needs it to be merged in order.
 */
export function restricting<Request extends Pick<ListRequest, 'equality'>>(
  request: Request,
  { anyOf = {} }: Pick<QueryShape, 'anyOf'>,
): Request {
  const leavesOut = ([field, value]: readonly [string, unknown]) =>
    !Array.isArray(value) || new Set(value).size < (anyOf[field] ?? Infinity);
  const equality = Object.fromEntries(Object.entries(request.equality).filter(leavesOut));
  return { ...request, equality };
}

/** The filter of a request, without its page. */
export function filterOf(
  request: Pick<ListRequest, 'equality' | 'every' | 'range' | 'except'>,
  { every }: Pick<QueryShape, 'every'> = {},
): Filter {
  const filter: Filter = {};
  if (every !== undefined && request.every !== undefined) {
    filter[every] = { $all: request.every.map((value) => operand(every, value)) };
  }
  for (const [field, value] of Object.entries(request.equality)) {
    filter[field] = Array.isArray(value) ? oneOf(field, value) : operand(field, value);
  }
  for (const [field, value] of Object.entries(request.except ?? {})) {
    filter[field] = { $ne: operand(field, value) };
  }
  for (const [field, { from, before }] of Object.entries(request.range ?? {})) {
    if (from === undefined && before === undefined) continue;
    const lowest = from !== undefined && operand(field, from);
    filter[field] = {
      ...(from !== undefined && { $gte: lowest }),
      ...(before !== undefined && { $lt: operand(field, before) }),
    };
    // On a descending index the embedded server takes a lone `$gte` for a `$gt`; not with an `$or` beside it.
    if (from !== undefined) filter['$or'] = [{ [field]: { $gt: lowest } }, { [field]: lowest }];
  }
  return filter;
}

/** Each value once; a single one is a plain equality, which every planner reads best. */
function oneOf(field: string, values: readonly unknown[]): unknown {
  const [first, ...others] = new Set(values);
  return first === undefined || others.length > 0
    ? { $in: [...new Set(values)].map((one) => operand(field, one)) }
    : operand(field, first);
}

/** An object here would be an operator that somebody has smuggled in. */
function operand(field: string, value: unknown): unknown {
  if (value === undefined || (typeof value === 'object' && value !== null)) {
    throw new UndeclaredQuery(`${field} is compared with a plain value only.`);
  }
  return encodeOperand(field, value);
}
