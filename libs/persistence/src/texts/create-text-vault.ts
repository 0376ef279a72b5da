import { openDigested, openFields, sealFields } from '../seal-fields.ts';
import { derivedKey, type VaultKey } from '../seal-keys.ts';
import type { TextVault } from './text-vault.ts';

/** Seals what people wrote with the first of these keys; opens with each of them. */
export function createTextVault(
  keys: readonly [VaultKey] | readonly [VaultKey, VaultKey],
): TextVault {
  const ciphers = new Map(keys.map((key) => [key.id, derivedKey(key.secret, 'detached texts')]));
  const writing = keys[0].id;
  const cipherOf = (keyId: string): Buffer => {
    const key = ciphers.get(keyId);
    if (key === undefined) throw new Error(`No key ${keyId} for texts.`);
    return key;
  };
  return {
    sealText: (owner, text) => {
      const { iv, data, digest } = sealFields(cipherOf(writing), owner, { text });
      return { sealed: { keyId: writing, iv, data }, digest };
    },
    openText: (owner, { keyId, iv, data }, digest) => {
      const key = cipherOf(keyId);
      const fields =
        digest === undefined
          ? openFields(key, owner, { iv, data })
          : openDigested(key, owner, { iv, data, digest });
      return fields['text'] ?? '';
    },
  };
}
