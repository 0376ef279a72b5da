import type { Database } from './database.ts';
import { indexName } from './index-name.ts';
import type { Log } from './log.ts';
import {
  planIndexes,
  tellIndexStep,
  type CollectionIndexes,
  type ExistingIndex,
  type IndexStep,
} from './plan-indexes.ts';
import type { IndexDeclaration } from './query-shape.ts';

/**
 * Brings the indexes to what is declared. Run at start, before the first write; several replicas may do it at
 * once. An index whose options have changed is built under its new name first, and then the old one goes.
 * What nobody declares and nobody here has named is left as it is. Throws where the data breaks a new unique
 * fact: then the old index is still there.
 */
export async function createIndexes(
  database: Pick<Database, 'collection'>,
  declarations: readonly CollectionIndexes[],
  log?: Log,
): Promise<void> {
  const steps = await planIndexes(database, declarations);
  for (const { collection } of declarations) {
    const own = steps.filter((step) => step.collection === collection);
    await build(
      database,
      collection,
      own.flatMap((step) => (step.do === 'build' ? [step.index] : [])),
    );
    for (const step of own) {
      if (step.do === 'replace') await replace(database, step);
      if (step.do === 'drop') await drop(database, collection, step.old);
      if (step.do !== 'build') log?.info({ index: tellIndexStep(step) }, 'index');
    }
  }
}

async function build(
  database: Pick<Database, 'collection'>,
  collection: string,
  indexes: readonly IndexDeclaration[],
): Promise<void> {
  if (indexes.length === 0) return;
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

/** IndexOptionsConflict, IndexKeySpecsConflict: the server keeps only one index of these fields. */
const CONFLICTS: readonly unknown[] = [85, 86];

async function replace(
  database: Pick<Database, 'collection'>,
  { collection, index, old }: Extract<IndexStep, { do: 'replace' }>,
): Promise<void> {
  try {
    await build(database, collection, [index]);
  } catch (error) {
    if (!CONFLICTS.includes((error as { code?: unknown }).code)) throw error;
    await replaceWithGap(database, { collection, index, old });
    return;
  }
  for (const one of old) await drop(database, collection, one);
}

/** Where both can't stand at once, there is a moment without one; the old one comes back if the new one fails. */
async function replaceWithGap(
  database: Pick<Database, 'collection'>,
  { collection, index, old }: Omit<Extract<IndexStep, { do: 'replace' }>, 'do'>,
): Promise<void> {
  for (const one of old) await drop(database, collection, one);
  try {
    await build(database, collection, [index]);
  } catch (error) {
    await database.collection(collection).createIndexes(
      old.map(({ name, key, unique, sparse, expireAfterSeconds }) => ({
        ...{ name, key: { ...key } as Record<string, 1 | -1> },
        ...(unique === true && { unique }),
        ...(sparse === true && { sparse }),
        ...(expireAfterSeconds !== undefined && { expireAfterSeconds }),
      })),
    );
    throw error;
  }
}

const NO_SUCH_INDEX = 27;

/** Another replica may have dropped it just now. */
async function drop(
  database: Pick<Database, 'collection'>,
  collection: string,
  { name }: ExistingIndex,
): Promise<void> {
  try {
    await database.collection(collection).dropIndex(name);
  } catch (error) {
    if ((error as { code?: unknown }).code !== NO_SUCH_INDEX) throw error;
  }
}
