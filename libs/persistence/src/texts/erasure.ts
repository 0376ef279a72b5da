import type { StoredEntry } from '../journal-document.ts';
import type { TextPlace } from './text-place.ts';

/** The type of the entry by which a journal notes that texts were erased. It changes no state. */
export const ERASURE = '~textsErased';

export const isErasure = ({ type }: Pick<StoredEntry, 'type'>): boolean => type === ERASURE;

/** The entries without these texts. */
export function erased(
  entries: readonly StoredEntry[],
  places: readonly TextPlace[],
): readonly StoredEntry[] {
  if (places.length === 0) return entries;
  const gone = new Set(places.map(({ seq, path }) => `${String(seq)} ${path}`));
  return entries.map((entry) =>
    entry.texts === undefined
      ? entry
      : {
          ...entry,
          texts: entry.texts.filter(({ path }) => !gone.has(`${String(entry.seq)} ${path}`)),
        },
  );
}
