import { createHash } from 'node:crypto';
import { addMilliseconds, type Instant } from '@onewindow/kernel';
import type { Clock } from '@onewindow/runtime';
import { canonicalJson } from './canonical-json.ts';
import type { CollectionIndexes } from './plan-indexes.ts';
import type { Database } from './database.ts';
import { newId } from './ids.ts';
import type { AccessReason } from './personal-data.ts';

/** One reading of one person's data. Appended once, never changed. */
export interface AccessRow {
  readonly _id: string;
  /** The process and its day: one chain each. */
  readonly chain: string;
  readonly day: string;
  readonly seq: number;
  readonly at: Date;
  readonly viewer: string;
  readonly purpose: string;
  readonly traceId?: string;
  readonly kind: string;
  readonly whose: string;
  readonly hash: string;
}

export const accessIndexes: CollectionIndexes = {
  collection: 'accesses',
  indexes: [
    { fields: { day: 1, chain: 1, seq: 1 }, unique: true, fact: 'access' },
    { fields: { kind: 1, whose: 1, at: -1 } },
  ],
};

const SHANGHAI_MS = 8 * 3_600_000;

/** The day in Asia/Shanghai, which keeps UTC+8 all year. */
export const dayOf = (at: Instant): string => addMilliseconds(at, SHANGHAI_MS).slice(0, 10);

export const accesses = (database: Pick<Database, 'collection'>) =>
  database.collection<AccessRow>('accesses');

export function accessHash(previous: string, row: Omit<AccessRow, 'hash'>): string {
  const text = canonicalJson({ ...row, at: row.at.toISOString() });
  return createHash('sha256').update(`${previous}\n${text}`).digest('hex');
}

/** Appends accesses, one insert per operation, each chained to the one before it in its process and day. */
export function createAccessLog(options: {
  readonly database: Database;
  /** This process: no two that live on one day may share it. */
  readonly processId: string;
  readonly clock: Clock;
}) {
  const collection = accesses(options.database);
  let chain = '';
  let day = '';
  let seq = 0;
  let previous = '';
  let queue: Promise<unknown> = Promise.resolve();

  const begin = (today: string) => {
    day = today;
    chain = `${options.processId}:${newId()}`;
    seq = 0;
    previous = chain;
  };

  const append = async (kind: string, whose: readonly string[], reason: AccessReason) => {
    const now = options.clock.now();
    if (dayOf(now) !== day) begin(dayOf(now));
    let last = previous;
    const rows = whose.map((id, index): AccessRow => {
      const row = {
        _id: newId(),
        ...{ chain, day, kind },
        seq: seq + index + 1,
        at: new Date(now),
        viewer: reason.viewer,
        purpose: reason.purpose,
        ...(reason.traceId !== undefined && { traceId: reason.traceId }),
        whose: id,
      };
      last = accessHash(last, row);
      return { ...row, hash: last };
    });
    try {
      await collection.insertMany(rows);
    } catch (error) {
      // Nobody knows how many of them are there: what follows is another chain.
      begin(day);
      throw error;
    }
    seq += rows.length;
    previous = last;
  };

  return {
    append: (kind: string, whose: readonly string[], reason: AccessReason): Promise<void> => {
      const result = queue.then(() => append(kind, whose, reason));
      queue = result.catch(() => undefined);
      return result;
    },
  };
}
