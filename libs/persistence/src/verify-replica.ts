import type { mongo } from 'mongoose';
import { idBatches } from './id-batches.ts';
import {
  beginningOf,
  type AskedCollection,
  type Discrepancy,
  type VerifyStep,
} from './verify-step.ts';

/** An event is handled within seconds; a minute is an outage that somebody should know of. */
const PATIENCE_MS = 60_000;

interface Source {
  readonly _id: string;
  readonly version: number;
  readonly toldVersion?: number;
  readonly published: number;
  readonly publishedAt?: Date;
}

/** Holds each row of a replica against the aggregate that it copies, whichever of the journals keeps that. */
export async function* verifyReplica(
  asked: AskedCollection,
  journals: readonly mongo.Collection<{ _id: string }>[],
): AsyncIterable<VerifyStep> {
  const { program, collection, db, options } = asked;
  const beginning = beginningOf(asked);
  if (beginning === undefined) return;
  const projection = { sourceVersion: 1 } as const;
  const batches = idBatches<Row>(db.collection(collection), {
    ...beginning,
    ...options,
    projection,
  });
  for await (const { rows, after } of batches) {
    const sources = await sourcesOf(rows, journals);
    const found = rows.flatMap((row): readonly Discrepancy[] => {
      const fault = faultOf(row, sources.get(row._id), options);
      return fault === undefined ? [] : [{ ...fault, program, collection, id: row._id }];
    });
    yield {
      program,
      collection,
      ...(after !== undefined && { after }),
      looked: rows.length,
      found,
    };
  }
}

interface Row {
  readonly _id: string;
  readonly sourceVersion: number;
}

async function sourcesOf(
  rows: readonly Row[],
  journals: readonly mongo.Collection<{ _id: string }>[],
): Promise<ReadonlyMap<string, Source>> {
  const sources = new Map<string, Source>();
  let wanted = rows.map(({ _id }) => _id);
  for (const journal of journals) {
    if (wanted.length === 0) break;
    const found = (await journal
      .find(
        { _id: { $in: wanted } },
        { projection: { version: 1, toldVersion: 1, published: 1, publishedAt: 1 } },
      )
      .toArray()) as unknown as Source[];
    for (const source of found) sources.set(source._id, source);
    wanted = wanted.filter((id) => !sources.has(id));
  }
  return sources;
}

function faultOf(
  { sourceVersion }: Row,
  source: Source | undefined,
  { now, patienceMs = PATIENCE_MS }: { readonly now: Date; readonly patienceMs?: number },
): Pick<Discrepancy, 'level' | 'what'> | undefined {
  // Of a department's own service, or of one whose database was not named.
  if (source === undefined)
    return { level: 'behind', what: 'copies what is in none of these databases' };
  const { version, toldVersion, published, publishedAt } = source;
  if (sourceVersion > version) {
    return {
      level: 'broken',
      what: `is of version ${String(sourceVersion)} where the source has ${String(version)}`,
    };
  }
  const isLate = publishedAt !== undefined && now.getTime() - publishedAt.getTime() > patienceMs;
  // What is not published yet is the outbox's to send, and told by the doctor as such.
  return toldVersion !== undefined &&
    sourceVersion < toldVersion &&
    toldVersion <= published &&
    isLate
    ? {
        level: 'behind',
        what: `is of version ${String(sourceVersion)} where ${String(toldVersion)} was told`,
      }
    : undefined;
}
