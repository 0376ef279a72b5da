import type { KeyRing } from './contract.ts';

const SHORTEST = 32;

/**
 * Throws when a ring has no key, a key without an id or the same id twice, or a secret of less than
 * 32 bytes (HS256 wants as much as its hash, RFC 7518 section 3.2): without a key nothing starts.
 */
export function checkedKeyRing(ring: KeyRing, purpose: string): KeyRing {
  const keys: readonly KeyRing[number][] = ring;
  if (keys.length === 0) throw new Error(`No key for ${purpose}`);
  for (const { id, secret } of keys) {
    if (id === '') throw new Error(`A key for ${purpose} has no id`);
    if (Buffer.byteLength(secret) < SHORTEST) {
      throw new Error(`The key "${id}" for ${purpose} has less than ${SHORTEST} bytes`);
    }
  }
  if (new Set(keys.map(({ id }) => id)).size !== keys.length) {
    throw new Error(`Two keys for ${purpose} have the same id`);
  }
  return ring;
}
