import type { mongo } from 'mongoose';
import { fieldsName, indexName } from './index-name.ts';
import type { IndexDeclaration } from './query-shape.ts';

const DUPLICATE_KEY = 11000;

export function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === DUPLICATE_KEY;
}

/** Where a write was refused, and what it would have left there. */
export interface RefusedWrite {
  readonly indexes: readonly IndexDeclaration[];
  readonly collection: Pick<mongo.Collection<{ _id: string }>, 'findOne'>;
  /** The document as it would have been stored. */
  readonly document: Readonly<Record<string, unknown>> & { readonly _id: string };
}

/**
 * The name of the fact that a write would have broken; undefined for a duplicate `_id`. Servers tell it in
 * different ways: by `keyPattern`, by a message that names the index, or not at all; then the declared unique
 * facts are looked up. Throws what is no duplicate, and a duplicate of what nobody declared.
 */
export async function brokenFact(error: unknown, write: RefusedWrite): Promise<string | undefined> {
  if (!isDuplicateKey(error)) throw error;
  const told = toldByPattern(error, write.indexes) ?? toldByText(error, write.indexes);
  if (told === 'id') return undefined;
  const index = told ?? (await lookedUp(write));
  if (index === 'id') return undefined;
  if (index === undefined) throw error;
  return index.fact ?? indexName(index);
}

type Told = IndexDeclaration | 'id' | undefined;

const uniqueOf = (indexes: readonly IndexDeclaration[]) =>
  indexes.filter(({ unique }) => unique === true);

function toldByPattern(error: unknown, indexes: readonly IndexDeclaration[]): Told {
  const { keyPattern } = error as { readonly keyPattern?: unknown };
  if (typeof keyPattern !== 'object' || keyPattern === null) return undefined;
  const fields = Object.keys(keyPattern);
  if (fields.join() === '_id') return 'id';
  return uniqueOf(indexes).find((one) => Object.keys(one.fields).join() === fields.join());
}

/** The one declared index whose name stands in the message as a word of its own, however it is worded. */
function toldByText(error: unknown, indexes: readonly IndexDeclaration[]): Told {
  const { message, errmsg } = error as { readonly message?: string; readonly errmsg?: string };
  // What was stored may stand behind `dup key`: it is a value and no name.
  const [said = ''] = (errmsg ?? message ?? '').split(/dup key/i);
  // `db.collection.$name` is how some servers write it.
  const words = new Set(
    said.split(/[\s'"`,;:()[\]{}]+/).map((word) => word.replace(/^.*\.\$/, '')),
  );
  if (words.has('_id_')) return 'id';
  const named = uniqueOf(indexes).filter(
    (one) => words.has(indexName(one)) || words.has(fieldsName(one)),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** Who has what this write wanted: what another holds now is what it broke. */
async function lookedUp({ indexes, collection, document }: RefusedWrite): Promise<Told> {
  for (const index of uniqueOf(indexes)) {
    const wanted = Object.keys(index.fields).map((field): readonly [string, unknown] => [
      field,
      valueAt(document, field),
    ]);
    // A sparse index doesn't hold who has nothing.
    if (index.sparse === true && wanted.every(([, value]) => value === undefined)) continue;
    const filter: Record<string, unknown> = Object.fromEntries(
      wanted.map(([field, value]) => [
        field,
        Array.isArray(value) ? { $in: value as unknown[] } : (value ?? null),
      ]),
    );
    const holder = await collection.findOne(
      { ...filter, _id: { $ne: document._id } },
      { projection: { _id: 1 } },
    );
    if (holder !== null) return index;
  }
  const same = await collection.findOne({ _id: document._id }, { projection: { _id: 1 } });
  return same === null ? undefined : 'id';
}

function valueAt(document: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[part]
          : undefined,
      document,
    );
}
