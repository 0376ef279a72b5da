import { hkdfSync } from 'node:crypto';

/** A secret with the id under which it is noted beside what it encrypts. */
export interface VaultKey {
  readonly id: string;
  readonly secret: string;
}

/** The shortest secret that is taken: 32 characters. */
const SHORTEST = 32;

/** A key of 256 bits for one use: no two uses share one, though they share the secret. */
export function derivedKey(secret: string, use: string): Buffer {
  if (secret.length < SHORTEST) {
    throw new Error(`A secret has at least ${SHORTEST} characters.`);
  }
  return Buffer.from(hkdfSync('sha256', secret, '', `onewindow ${use}`, 32));
}
