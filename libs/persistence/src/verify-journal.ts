import { chainRoot, entryHash } from './entry-chain.ts';
import type { Verification } from './journal.ts';
import type { JournalDocument, StoredEntry } from './journal-document.ts';
import type { StoredSegment } from './segments/stored-segment.ts';

interface Link {
  readonly seq: number;
  readonly hash: string;
}

type Bad = Extract<Verification, { readonly ok: false }>;

/** Walks the chain, segments first, and names the first entry that was changed, removed or put in between. */
export function verifyJournal(
  kind: string,
  document: Pick<JournalDocument, '_id' | 'version' | 'journal' | 'segments'>,
  segments: readonly StoredSegment[] = [],
): Verification {
  let link: Link = { seq: 0, hash: chainRoot(kind, document._id) };
  const moved = document.segments?.last ?? 0;
  for (const segment of segments.filter(({ last }) => last <= moved)) {
    const next =
      segment.first === link.seq + 1 ? walk(link, segment.entries) : missing(link.seq + 1);
    if ('ok' in next) return next;
    // What a segment says of itself is read by nobody who does not hold it against its entries.
    if (segment.previous !== link.hash) return changed(segment.first);
    if (segment.last !== next.seq || segment.hash !== next.hash) return changed(next.seq);
    link = next;
  }
  if (link.seq !== moved) return missing(link.seq + 1);
  if (document.segments !== undefined && document.segments.hash !== link.hash)
    return changed(moved);
  const end = walk(link, document.journal);
  if ('ok' in end) return end;
  // The last entries can't be cut off without the version telling.
  return end.seq === document.version ? { ok: true, entries: end.seq } : missing(end.seq + 1);
}

function walk(start: Link, entries: readonly StoredEntry[]): Link | Bad {
  let { seq, hash } = start;
  for (const entry of entries) {
    seq++;
    if (entry.seq !== seq) return missing(seq);
    if (entryHash(hash, entry) !== entry.hash) return changed(seq);
    hash = entry.hash;
  }
  return { seq, hash };
}

const missing = (seq: number): Bad => ({ ok: false, seq, reason: 'sequence' });
const changed = (seq: number): Bad => ({ ok: false, seq, reason: 'hash' });
