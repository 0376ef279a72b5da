import type { Database } from './database.ts';
import { decodeState } from './state-codec.ts';
import type { ReplicaRow } from './replica-row.ts';

/** With what a field is compared: plain values, or what was found in a field by a read that is named before. */
export type Joining = readonly string[] | { readonly foundBy: string; readonly field: string };

/** Rows of one replica within a joined read. Made by `Replica.where`, which knows that an index serves it. */
export interface JoinedRead<Row extends ReplicaRow> {
  readonly collection: string;
  readonly field: string;
  readonly is: Joining;
  /** In types only. */
  readonly rows?: Row;
}

type RowsOf<Read> = Read extends JoinedRead<infer Row> ? readonly Row[] : never;
export type Joined<Reads> = { readonly [Name in keyof Reads]: RowsOf<Reads[Name]> };

/**
 * Rows of several replicas by one Mongo command, those of each in the order of their ids. A read without values
 * answers none and costs nothing. It is for facts of a command, which is carried out whole: no deadline ends it.
 *
 * `$documents` with a `$lookup` for each (MongoDB 5.1 and later). Plain equality and `$map`, as the embedded server
 * reads a `$lookup` with a pipeline row by row, and no path through an array.
 */
export async function readJoined<
  const Reads extends Readonly<Record<string, JoinedRead<ReplicaRow>>>,
>({ native }: Pick<Database, 'native'>, reads: Reads): Promise<Joined<Reads>> {
  const asked = Object.entries(reads).filter(([, { is }]) => isAsked(is, reads));
  const plain = asked.flatMap(([name, { is }]) => ('foundBy' in is ? [] : [[name, is] as const]));
  const [found] =
    asked.length === 0
      ? []
      : await native
          .aggregate<Readonly<Record<string, readonly ReplicaRow[]>>>([
            { $documents: [{ asked: Object.fromEntries(plain) }] },
            ...asked.flatMap(([name, { collection, field, is }]) => [
              ...('foundBy' in is ? [{ $set: { [`asked.${name}`]: valuesOf(is) } }] : []),
              {
                $lookup: {
                  from: collection,
                  localField: `asked.${name}`,
                  foreignField: field,
                  as: `found_${name}`,
                },
              },
            ]),
            { $project: { asked: 0 } },
          ])
          .toArray();
  return Object.fromEntries(
    Object.keys(reads).map((name) => [name, inOrder(found?.[`found_${name}`] ?? [])]),
  ) as Joined<Reads>;
}

const isAsked = (is: Joining, reads: Readonly<Record<string, JoinedRead<ReplicaRow>>>): boolean => {
  if (!('foundBy' in is)) return is.length > 0;
  const before = reads[is.foundBy];
  return before !== undefined && isAsked(before.is, reads);
};

const valuesOf = ({ foundBy, field }: Extract<Joining, { readonly foundBy: string }>) => ({
  $map: { input: `$found_${foundBy}`, as: 'row', in: `$$row.${field}` },
});

const inOrder = (rows: readonly ReplicaRow[]): readonly ReplicaRow[] =>
  rows
    .map((row) => decodeState(row) as ReplicaRow)
    .sort((one, other) => (one._id < other._id ? -1 : 1));
