import { chainRoot, entryHash } from './entry-chain.ts';
import type { Verification } from './journal.ts';
import type { JournalDocument } from './journal-document.ts';

/** Walks the chain and names the first entry that was changed, removed or put in between. */
export function verifyJournal(
  kind: string,
  document: Pick<JournalDocument, '_id' | 'version' | 'journal'>,
): Verification {
  let previous = chainRoot(kind, document._id);
  let seq = 0;
  for (const entry of document.journal) {
    seq++;
    if (entry.seq !== seq) return { ok: false, seq, reason: 'sequence' };
    if (entryHash(previous, entry) !== entry.hash) return { ok: false, seq, reason: 'hash' };
    previous = entry.hash;
  }
  // The last entries can't be cut off without the version telling.
  return seq === document.version
    ? { ok: true, entries: seq }
    : { ok: false, seq: seq + 1, reason: 'sequence' };
}
