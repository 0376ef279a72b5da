import type { JsonObject } from '@onewindow/kernel';
import type { StoredEntry } from '../journal-document.ts';
import { changedAt, changedDigests } from './text-paths.ts';
import { ERASED_TEXT, type SealedText, type TextVault } from './text-vault.ts';

/** What a kind of aggregate says of its texts. */
export interface Texts {
  readonly kind: string;
  readonly detachable?: Readonly<Record<string, readonly string[] | undefined>>;
  readonly texts?: TextVault;
}

/** Takes the declared texts out of an entry's data: their digests stay, and they lie beside it. */
export function detachTexts(
  { kind, detachable, texts: vault }: Texts,
  entry: { readonly id: string; readonly type: string; readonly data: JsonObject },
): Pick<StoredEntry, 'data' | 'texts'> {
  const paths = detachable?.[entry.type] ?? [];
  if (paths.length === 0) return { data: entry.data };
  if (vault === undefined) throw new Error(`A ${kind} has detachable texts and no vault for them.`);
  const texts: SealedText[] = [];
  const data = paths.reduce(
    (left, path) =>
      changedAt(left, path, (text, at) => {
        // An empty one tells nothing.
        if (typeof text !== 'string' || text === '') return text;
        const { sealed, digest } = vault.sealText(ownerOf(kind, entry.id, at), text);
        texts.push({ path: at, ...sealed });
        return { detached: digest };
      }),
    entry.data,
  );
  return { data, texts };
}

/** The data with its texts; where one was erased stands `ERASED_TEXT`. */
export function withTexts(
  { kind, texts: vault }: Texts,
  { id, data, texts }: Pick<StoredEntry, 'id' | 'data' | 'texts'>,
): JsonObject {
  // Of an entry from before texts were detachable, or of a type without any.
  if (texts === undefined) return data;
  const byPath = new Map(texts.map((text) => [text.path, text]));
  return changedDigests(data, (digest, at) => {
    const sealed = byPath.get(at);
    if (sealed === undefined) return ERASED_TEXT;
    if (vault === undefined) throw new Error(`A ${kind} has texts and no vault to open them.`);
    return vault.openText(ownerOf(kind, id, at), sealed, digest);
  }) as JsonObject;
}

const ownerOf = (kind: string, entry: string, path: string) => `${kind}:${entry}:${path}`;
