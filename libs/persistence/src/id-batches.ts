import type { mongo } from 'mongoose';

const BATCH = 200;

export interface IdBatch<Row> {
  readonly rows: readonly Row[];
  /** The last id; absent in the last batch. */
  readonly after?: string;
}

/** All documents of a collection by id, a batch at a time; or only the newest, in one batch. */
export async function* idBatches<Row extends { readonly _id: string }>(
  collection: mongo.Collection,
  given: {
    readonly after?: string;
    readonly newest?: number;
    readonly projection: Readonly<Record<string, 1>>;
  },
): AsyncIterable<IdBatch<Row>> {
  const { newest, projection } = given;
  const read = async (filter: object, direction: 1 | -1, limit: number) =>
    (await collection
      .find(filter, { projection })
      .sort({ _id: direction })
      .limit(limit)
      .toArray()) as unknown as Row[];
  if (newest !== undefined) {
    yield { rows: await read({}, -1, newest) };
    return;
  }
  let after = given.after;
  for (;;) {
    const rows = await read(after === undefined ? {} : { _id: { $gt: after } }, 1, BATCH);
    const last = rows.at(-1)?._id;
    if (rows.length < BATCH || last === undefined) {
      yield { rows };
      return;
    }
    after = last;
    yield { rows, after };
  }
}
