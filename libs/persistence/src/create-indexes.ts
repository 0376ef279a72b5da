import type { Database } from './database.ts';
import type { IndexDeclaration } from './query-shape.ts';

export interface CollectionIndexes {
  readonly collection: string;
  readonly indexes: readonly IndexDeclaration[];
}

/** The name under which a declared index exists: an error of a unique one names it. */
export function indexName(index: IndexDeclaration): string {
  return Object.entries(index.fields)
    .map(([field, direction]) => `${field}_${direction.toString()}`)
    .join('_');
}

/** Creates what is declared and not there yet. Run at start, before the first write. */
export async function createIndexes(
  database: Database,
  declarations: readonly CollectionIndexes[],
): Promise<void> {
  for (const { collection, indexes } of declarations) {
    if (indexes.length === 0) continue;
    await database.collection(collection).createIndexes(
      indexes.map((index) => ({
        key: { ...index.fields },
        name: indexName(index),
        ...(index.unique === true && { unique: true }),
        ...(index.sparse === true && { sparse: true }),
        ...(index.expireAfterSeconds !== undefined && {
          expireAfterSeconds: index.expireAfterSeconds,
        }),
      })),
    );
  }
}
