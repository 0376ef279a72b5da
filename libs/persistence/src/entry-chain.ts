import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { StoredEntry } from './journal-document.ts';

export type UnchainedEntry = Omit<StoredEntry, 'hash'>;

/** What the first entry's hash stands on: a journal can't be passed off as another aggregate's. */
export const chainRoot = (kind: string, id: string): string => `${kind}:${id}`;

/** The hash of an entry behind `previous`. Dates are hashed as their text. */
export function entryHash(previous: string, entry: UnchainedEntry): string {
  const { seq, v, id, type, at, effectiveAt, actor, data, commandId, argsHash, traceparent } =
    entry;
  const text = canonicalJson({
    ...{ seq, v, id, type, actor, data, commandId, argsHash, traceparent },
    at: at.toISOString(),
    effectiveAt: effectiveAt.toISOString(),
  });
  return createHash('sha256').update(`${previous}\n${text}`).digest('hex');
}

/** Gives each entry its hash, the first one behind `previous`. */
export function chained(previous: string, entries: readonly UnchainedEntry[]): StoredEntry[] {
  let last = previous;
  return entries.map((entry) => ({ ...entry, hash: (last = entryHash(last, entry)) }));
}
