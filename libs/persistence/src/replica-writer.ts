import { inBatches } from '@onewindow/runtime';
import type { mongo } from 'mongoose';
import { isDuplicateKey } from './duplicate-key.ts';
import type { ReplicaRow } from './replica-row.ts';
import { encodeState } from './state-codec.ts';

export type StoredRow = mongo.Document & { readonly _id: string; readonly sourceVersion: number };

/** What became of a row. */
type Put = 'written' | 'older';

/**
 * Writes rows unless those that are there are as new or newer. Rows that come in one turn cost one command that
 * looks and at most one that writes. A row that can't be written fails alone.
 */
export function createReplicaWriter(
  rows: mongo.Collection<StoredRow>,
): (row: ReplicaRow) => Promise<Put> {
  const putBatch = inBatches(async (batch: readonly StoredRow[]) => {
    const there = await versionsOf(
      rows,
      batch.map(({ _id }) => _id),
    );
    const newest = new Map<string, StoredRow>();
    for (const row of batch) {
      const best = newest.get(row._id)?.sourceVersion ?? there.get(row._id) ?? -Infinity;
      if (row.sourceVersion > best) newest.set(row._id, row);
    }
    const outcomes = await replaceAll(rows, [...newest.values()]);
    return batch.map((row) => outcomes.get(row) ?? 'older');
  });
  return async (row) => {
    const outcome = await putBatch(encodeState(row) as StoredRow);
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
}

async function versionsOf(
  rows: mongo.Collection<StoredRow>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = await rows
    .find({ _id: { $in: [...new Set(ids)] } }, { projection: { sourceVersion: 1 } })
    .toArray();
  return new Map(found.map(({ _id, sourceVersion }) => [_id, sourceVersion]));
}

/** Each of another id. What came between is not overwritten by what is older. */
async function replaceAll(
  rows: mongo.Collection<StoredRow>,
  batch: readonly StoredRow[],
): Promise<ReadonlyMap<StoredRow, Put | Error>> {
  if (batch.length === 0) return new Map();
  try {
    const failed = await replaceTogether(rows, batch);
    return new Map(batch.map((row) => [row, failed.get(row) ?? 'written']));
  } catch (error) {
    const [only, ...others] = batch;
    if (only && others.length === 0) return new Map([[only, asError(error)]]);
    // A row that the driver itself refuses takes the whole command along: so each goes alone.
    const alone = await Promise.all(batch.map((row) => replaceAll(rows, [row])));
    return new Map(alone.flatMap((outcomes) => [...outcomes]));
  }
}

/** Those of an unordered write that were not written, each with what became of it. Throws what is of no single row. */
async function replaceTogether(
  rows: mongo.Collection<StoredRow>,
  batch: readonly StoredRow[],
): Promise<ReadonlyMap<StoredRow, Put | Error>> {
  const outcomes = new Map<StoredRow, Put | Error>();
  try {
    await rows.bulkWrite(
      batch.map((row) => ({
        replaceOne: { filter: olderThan(row), replacement: row, upsert: true },
      })),
      { ordered: false },
    );
  } catch (error) {
    for (const { index, code, errmsg } of writeErrorsOf(error)) {
      const row = batch[index];
      if (row === undefined) throw error;
      outcomes.set(
        row,
        // There is a row by now: a newer one, or an older one that was inserted at the same moment.
        isDuplicateKey({ code }) ? await replaceOlder(rows, row) : new Error(errmsg),
      );
    }
  }
  return outcomes;
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

async function replaceOlder(rows: mongo.Collection<StoredRow>, row: StoredRow): Promise<Put> {
  const { matchedCount } = await rows.replaceOne(olderThan(row), row);
  return matchedCount > 0 ? 'written' : 'older';
}

const olderThan = ({ _id, sourceVersion }: StoredRow) => ({
  _id,
  sourceVersion: { $lt: sourceVersion },
});

/** The rows of an unordered write that failed, each with its reason. Throws what is of no single row. */
function writeErrorsOf(error: unknown): readonly mongo.WriteError[] {
  if (!(error instanceof Error) || error.name !== 'MongoBulkWriteError') throw error;
  const { writeErrors } = error as Error & Pick<mongo.MongoBulkWriteError, 'writeErrors'>;
  const all = [writeErrors].flat();
  if (all.length === 0) throw error;
  return all;
}
