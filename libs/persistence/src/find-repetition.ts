import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { CommandMeta } from './journal.ts';
import type { StoredEntry } from './journal-document.ts';

/** What is kept of a command's arguments: enough to tell a repetition from a misuse, and nothing to read. */
export function argsHash(hmacKey: string | Uint8Array, meta: CommandMeta): string {
  return createHmac('sha256', hmacKey)
    .update(canonicalJson({ mutation: meta.mutation ?? null, args: meta.args ?? null }))
    .digest('hex');
}

/**
 * Whether this command is in the journal already. The match is (actor, commandId); the arguments then
 * tell a repetition from a misuse.
 */
export function findRepetition(
  hmacKey: string | Uint8Array,
  journal: readonly StoredEntry[],
  meta: CommandMeta,
): 'none' | 'repeated' | 'mismatch' {
  const { actor, commandId } = meta;
  if (commandId === undefined) return 'none';
  const entry = journal.find((one) => one.commandId === commandId && one.actor === actor);
  if (entry === undefined) return 'none';
  const same = timingSafeEqual(
    Buffer.from(entry.argsHash ?? '', 'hex'),
    Buffer.from(argsHash(hmacKey, meta), 'hex'),
  );
  return same ? 'repeated' : 'mismatch';
}
