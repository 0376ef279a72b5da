import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

const ALGORITHM = 'aes-256-gcm';
const TAG_BYTES = 16;

type Fields = Readonly<Record<string, string>>;

export interface Sealed {
  readonly iv: string;
  readonly data: string;
  readonly digest: string;
}

/** Encrypts fields, bound to whom they belong, with a fresh salt that makes their digest unguessable. */
export function sealFields(key: Buffer, owner: string, fields: Fields): Sealed {
  const iv = randomBytes(12);
  const salt = randomBytes(16).toString('base64');
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES }).setAAD(
    Buffer.from(owner),
  );
  const encrypted = Buffer.concat([
    cipher.update(JSON.stringify({ salt, fields }), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return {
    iv: iv.toString('base64'),
    data: encrypted.toString('base64'),
    digest: createHash('sha256')
      .update(`${salt}\n${canonicalJson(fields)}`)
      .digest('hex'),
  };
}

/** The fields as they were sealed. Throws when data or owner were changed. */
export function openFields(key: Buffer, owner: string, sealed: Omit<Sealed, 'digest'>): Fields {
  const encrypted = Buffer.from(sealed.data, 'base64');
  const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(sealed.iv, 'base64'), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(owner))
    .setAuthTag(encrypted.subarray(-TAG_BYTES));
  const text = Buffer.concat([
    decipher.update(encrypted.subarray(0, -TAG_BYTES)),
    decipher.final(),
  ]).toString('utf8');
  return (JSON.parse(text) as { readonly fields: Fields }).fields;
}
