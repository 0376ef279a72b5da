import { createHmac } from 'node:crypto';
import type { Clock } from '@onewindow/runtime';
import { createAccessLog } from './access-log.ts';
import type { Database } from './database.ts';
import type { PersonalDataVault } from './personal-data.ts';
import { openFields, sealFields } from './seal-fields.ts';
import { derivedKey, type VaultKey } from './seal-keys.ts';
import { createTextVault } from './texts/create-text-vault.ts';
import type { TextVault } from './texts/text-vault.ts';
import { verifyAccesses, type AccessVerification } from './verify-accesses.ts';

export interface VaultOptions {
  readonly database: Database;
  /** The first one writes; the second one, when there is one, still reads. */
  readonly keys: readonly [VaultKey] | readonly [VaultKey, VaultKey];
  readonly indexSecret: string;
  readonly processId: string;
  /** The trust clock. */
  readonly clock: Clock;
}

/** The vault of a service. Its `accessIndexes` must be there before it opens anything. */
export function createPersonalDataVault(options: VaultOptions): PersonalDataVault &
  TextVault & {
    /** Holds a day's accesses (`YYYY-MM-DD` in Asia/Shanghai) against their chains. */
    verifyAccesses(day: string): Promise<AccessVerification>;
  } {
  const { database, keys, indexSecret } = options;
  const ciphers = new Map(keys.map((key) => [key.id, derivedKey(key.secret, 'personal data')]));
  const log = createAccessLog(options);
  const writing = keys[0].id;

  const cipherOf = (keyId: string): Buffer => {
    const key = ciphers.get(keyId);
    if (key === undefined) throw new Error(`No key ${keyId} for personal data.`);
    return key;
  };
  const blindIndex = createBlindIndex(indexSecret);

  return {
    ...createTextVault(keys),
    blindIndex,
    derive: (purpose, value) =>
      createHmac('sha256', derivedKey(indexSecret, purpose)).update(value).digest(),
    seal: ({ kind, id, fields, indexed }) => {
      const { iv, data, digest } = sealFields(cipherOf(writing), `${kind}:${id}`, fields);
      const index = indexed.flatMap((name) => {
        const value = fields[name];
        return value === undefined ? [] : [[name, blindIndex(value)] as const];
      });
      return { personal: { keyId: writing, iv, data, index: Object.fromEntries(index) }, digest };
    },
    open: async (kind, documents, reason) => {
      const whose = documents.flatMap(({ id, personal }) => (personal ? [id] : []));
      // No row, no data.
      if (whose.length > 0) await log.append(kind, whose, reason);
      return documents.map(({ id, personal }) =>
        personal ? openFields(cipherOf(personal.keyId), `${kind}:${id}`, personal) : null,
      );
    },
    verifyAccesses: (day) => verifyAccesses(database, day),
  };
}

/** The blind index by itself: an identity provider puts it into the token of a number's owner. */
export function createBlindIndex(indexSecret: string): PersonalDataVault['blindIndex'] {
  const indexKey = derivedKey(indexSecret, 'blind index');
  return (value) =>
    createHmac('sha256', indexKey).update(value.trim().toUpperCase()).digest('base64url');
}
