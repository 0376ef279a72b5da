import type { JournalEvent } from './aggregate-type.ts';
import { declaredShape, filterOf, UndeclaredQuery } from './declared-query.ts';
import type { Sifted, SiftRequest } from './journal.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { inOneBatch } from './read-aggregates.ts';
import { decodeState } from './state-codec.ts';

/**
 * The best of what shares a value, by how many it shares. The order is coarse: it only decides who is
 * left out where there are more than the limit.
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
  const rows = await model
    .aggregate<{ readonly _id: string; readonly state?: unknown }>([
      { $match: filterOf(request) },
      {
        $project: {
          ...Object.fromEntries(parts.map((part) => [`state.${part}`, 1])),
          shared: { $size: { $setIntersection: [`$${most}`, values] } },
        },
      },
      { $sort: { shared: -1, _id: 1 } },
      { $limit: limit },
    ])
    .option({ batchSize: inOneBatch(limit) })
    .exec();
  return rows.map(({ _id, state }) => ({ id: _id, state: decodeState(state ?? {}) }));
}
