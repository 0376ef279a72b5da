import { stripIgnoredCharacters } from 'graphql';
import { createBoundedCache } from './bounded-cache.ts';

/** A longer text, with its comments, is not kept: it is read anew each time that it comes. */
const LONGEST = 16 * 1_024;
const BYTES = 8 * 1_024 * 1_024;
const ENTRIES = 4_000;

/**
 * What operations say without comments and insignificant whitespace. That is what is planned once, and not each of
 * the texts that say it.
 */
export interface OperationTexts {
  /** Of a text that came before; undefined of others. */
  find(text: string): string | undefined;
  /** Of a text that is a valid document: others may be long, and take long. `says` where it is known already. */
  learn(text: string, says?: string): string;
}

export function createOperationTexts(): OperationTexts {
  const known = createBoundedCache<string>({
    ...{ entries: ENTRIES, bytes: BYTES },
    bytesOf: (text, stripped) => 2 * (text.length + stripped.length),
  });
  return {
    find: (text) => known.find(text),
    learn: (text, says) => {
      const make = () => says ?? stripIgnoredCharacters(text);
      return text.length > LONGEST ? make() : known.get(text, make);
    },
  };
}
