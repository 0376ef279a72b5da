import { createHash } from 'node:crypto';
import { createBoundedCache } from '../execution/bounded-cache.ts';
import type { TooMany } from '../rates/request-rates.ts';
import type { ReadText } from './text-reader.ts';
import type { Asker } from './text-turns.ts';
import type { TextWork } from './text-work.ts';

/** For whom a text is read, and who pays for it. */
export type PayingAsker = Asker & {
  /** Takes a text that was not read before, of so many characters; absent where nothing is counted. */
  readonly takeText?: ((length: number) => Promise<TooMany | undefined>) | undefined;
};

/** What came of a text: see `ReadText`; or that its asker has no more texts left. */
export type Verdict = ReadText | { readonly ok: false; readonly tooMany: TooMany };

/** The one way by which the gateway takes texts, whether they come by HTTP, by WebSocket or for an event stream. */
export interface NewTexts {
  /**
   * What was read before costs nothing, valid or not, unless it is valid and was never planned. Rejects when it could
   * not be read.
   */
  read(text: string, asker: PayingAsker, isPlanned: () => boolean): Promise<Verdict>;
}

/** How many are remembered, by hash, and how many bytes of them. */
const TEXTS = 4_000;
const BYTES = 16 * 1_024 * 1_024;
const BYTES_OF_ANY = 300;
const BYTES_OF_ERROR = 2_000;

export function createNewTexts(work: Pick<TextWork, 'read'>): NewTexts {
  const known = createBoundedCache<ReadText>({
    ...{ entries: TEXTS, bytes: BYTES },
    bytesOf: (_, read) =>
      BYTES_OF_ANY + (read.ok ? 2 * read.says.length : BYTES_OF_ERROR * read.errors.length),
  });
  return {
    read: async (text, asker, isPlanned) => {
      const key = createHash('sha256').update(text).digest('base64');
      const found = known.find(key);
      if (found && (!found.ok || isPlanned())) return found;
      const tooMany = await asker.takeText?.(text.length);
      if (tooMany) return { ok: false, tooMany };
      if (found) return found;
      const read = await work.read(text, asker);
      known.put(key, read);
      return read;
    },
  };
}
