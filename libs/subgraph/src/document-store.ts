import { InMemoryLRUCache, type KeyValueCache } from '@apollo/utils.keyvaluecache';
import type { DocumentNode } from 'graphql';

const BYTES = 16 * 1_024 * 1_024;

/**
 * Where Apollo Server keeps documents that it has parsed and validated, bounded by what they hold. Its own store
 * counts neither the text that a document points to nor the tokens of it, comments included.
 */
export function createDocumentStore(bytes = BYTES): KeyValueCache<DocumentNode> {
  return new InMemoryLRUCache<DocumentNode>({
    maxSize: bytes,
    maxEntrySize: bytes / 8,
    sizeCalculation: ({ loc }) => bytesOfText(loc?.source.body ?? ''),
  });
}

/** A comment of two characters is a token of some 90 bytes, and each other token has nodes. */
const BYTES_OF_CHARACTER = 50;
const BYTES_OF_ANY = 1_000;

/** What a document parsed from this text holds in memory, at most: text, tokens and nodes. */
export const bytesOfText = (text: string): number =>
  BYTES_OF_ANY + BYTES_OF_CHARACTER * text.length;
