import type { JournalEvent } from './aggregate-type.ts';
import { declaredShape, filterOf, UndeclaredQuery } from './declared-query.ts';
import type { Sifted, SiftRequest } from './journal.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { inOneBatch } from './read-aggregates.ts';
import { decodeState } from './state-codec.ts';

/**
 * What shares a value; of more than the limit the best, by how many they share. That order is coarse and
 * dear (the embedded server needs milliseconds for each), so that it is asked for by a second command,
 * where there are too many.
 */
export async function siftAggregates<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  { type, model }: JournalWorkings<State, Command, Event, Rejection>,
  request: SiftRequest,
): Promise<readonly Sifted[]> {
  declaredShape(type.queries, request);
  const { most, limit, parts } = request;
  const values = request.equality[most];
  if (!Array.isArray(values)) throw new UndeclaredQuery(`${most} needs a list of values.`);
  const filter = filterOf(request);
  const fields = Object.fromEntries(parts.map((part) => [`state.${part}`, 1 as const]));
  const few = await model
    .find(filter, fields)
    .limit(limit + 1)
    .batchSize(inOneBatch(limit + 1))
    .lean<Row[]>()
    .exec();
  if (few.length <= limit) return few.map(toSifted);
  const best = await model
    .aggregate<Row>([
      { $match: filter },
      { $project: { ...fields, shared: { $size: { $setIntersection: [`$${most}`, values] } } } },
      { $sort: { shared: -1, _id: 1 } },
      { $limit: limit },
    ])
    .option({ batchSize: inOneBatch(limit) })
    .exec();
  return best.map(toSifted);
}

interface Row {
  readonly _id: string;
  readonly state?: unknown;
}

const toSifted = ({ _id, state }: Row): Sifted => ({ id: _id, state: decodeState(state ?? {}) });
