import type { IndexDeclaration } from './query-shape.ts';
import { indexName } from './create-indexes.ts';

const DUPLICATE_KEY = 11000;

export function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === DUPLICATE_KEY;
}

/**
 * The name of the fact that a write would have broken, from the server's error; undefined for a
 * duplicate `_id`. Throws what is no duplicate at all.
 */
export function brokenFact(
  error: unknown,
  indexes: readonly IndexDeclaration[],
): string | undefined {
  if (!isDuplicateKey(error)) throw error;
  const { message, errmsg } = error as { message?: string; errmsg?: string };
  // `… index: <name> dup key: …`: the one part of the message on which all servers agree.
  const name = /index:\s*(?:\S+\.\$)?(\S+)\s/.exec(errmsg ?? message ?? '')?.[1];
  if (name === '_id_') return undefined;
  const index = indexes.find((one) => one.unique === true && indexName(one) === name);
  if (index === undefined) throw error;
  return index.fact ?? indexName(index);
}
