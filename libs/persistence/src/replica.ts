import type { CollectionIndexes } from './plan-indexes.ts';
import type { Database } from './database.ts';
import { declaredShape, filterOf, UndeclaredQuery } from './declared-query.ts';
import { inTime } from './in-time.ts';
import type { JoinedRead, Joining } from './joined-reads.ts';
import type { ListRequest } from './journal.ts';
import type { IndexDeclaration, QueryShape } from './query-shape.ts';
import type { ReplicaRow } from './replica-row.ts';
import { createReplicaWriter, type StoredRow } from './replica-writer.ts';
import { decodeState } from './state-codec.ts';

export interface ReplicaDeclaration {
  readonly indexes: readonly IndexDeclaration[];
  readonly queries: Readonly<Record<string, QueryShape>>;
}

export interface Replica<Row extends ReplicaRow> {
  readonly collection: string;
  /**
   * Writes the row unless the one there is as new or newer. Events may come twice and in any order; the
   * row ends as the newest one says. Rows that come together share two commands, and what is not newer costs
   * no write.
   */
  put(row: Row): Promise<'written' | 'older'>;
  /** In the order of the ids, null where there is none. One Mongo command. */
  findMany(ids: readonly string[]): Promise<readonly (Row | null)[]>;
  /** All rows with these values in the named query's equality fields, in its order, at most `limit`. */
  findBy(query: string, equality: ListRequest['equality'], limit?: number): Promise<readonly Row[]>;
  /** For `readJoined`: all rows with one of these values in a field that an index begins with, or in `_id`. */
  where(field: keyof Row & string, is: Joining): JoinedRead<Row>;
}

const MOST_ROWS = 1_000;

/** The indexes of a replica, for `createIndexes`. */
export const replicaIndexes = (
  collection: string,
  { indexes }: Pick<ReplicaDeclaration, 'indexes'>,
): CollectionIndexes => ({ collection, indexes });

export function createReplica<Row extends ReplicaRow>(
  database: Database,
  name: string,
  declaration: ReplicaDeclaration,
): Replica<Row> {
  if (declaration.indexes.some(({ unique }) => unique === true)) {
    throw new Error(
      `${name}: a replica has no unique facts, which events in any order would break.`,
    );
  }
  const rows = database.collection<StoredRow>(name);
  const decode = (row: object) => decodeState(row) as Row;
  return {
    collection: name,
    put: createReplicaWriter(rows),
    findMany: async (ids) => {
      if (ids.length === 0) return [];
      const found = await rows.find({ _id: { $in: [...new Set(ids)] } }, inTime()).toArray();
      const byId = new Map(found.map((row) => [row._id, decode(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    findBy: async (query, equality, limit = MOST_ROWS) => {
      const { sort } = declaredShape(declaration.queries, { query, equality });
      const found = await rows
        .find(filterOf({ equality }), inTime())
        .sort({ ...sort })
        .limit(limit)
        .toArray();
      return found.map(decode);
    },
    where: (field, is) => {
      const leading = declaration.indexes.map(({ fields }) => Object.keys(fields)[0]);
      if (field !== '_id' && !leading.includes(field)) {
        throw new UndeclaredQuery(`No index of ${name} begins with ${field}.`);
      }
      return { collection: name, field, is };
    },
  };
}
