import { idBatches } from './id-batches.ts';
import { kindOfCollection } from './kind-of-collection.ts';
import type { StoredSegment } from './segments/stored-segment.ts';
import { beginningOf, type AskedCollection, type VerifyStep } from './verify-step.ts';

/**
 * Looks for segments whose journal is gone; what they hold is walked with their journal. `journals` are the
 * collections of the same database.
 */
export async function* verifySegments(
  asked: AskedCollection,
  journals: readonly string[],
): AsyncIterable<VerifyStep> {
  const { program, collection, db, options } = asked;
  const beginning = beginningOf(asked);
  if (beginning === undefined) return;
  const batches = idBatches<Pick<StoredSegment, '_id' | 'of'>>(db.collection(collection), {
    ...beginning,
    ...options,
    projection: { of: 1 },
  });
  for await (const { rows, after } of batches) {
    const owned = new Set<string>();
    for (const name of journals) {
      const root = `${kindOfCollection(name)}:`;
      const ids = rows.flatMap(({ of }) => (of.startsWith(root) ? [of.slice(root.length)] : []));
      const found = await db
        .collection<{ readonly _id: string }>(name)
        .find({ _id: { $in: ids } }, { projection: { _id: 1 } })
        .toArray();
      for (const { _id } of found) owned.add(`${root}${_id}`);
    }
    const orphans = rows.filter(({ of }) => !owned.has(of));
    yield {
      ...{ program, collection, looked: 0 },
      ...(after !== undefined && { after }),
      found: orphans.map(({ _id: id }) => ({
        ...{ level: 'broken' as const, program, collection, id },
        what: 'belongs to a journal that is not there',
      })),
    };
  }
}
