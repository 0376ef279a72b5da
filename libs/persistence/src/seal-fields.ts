import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

const ALGORITHM = 'aes-256-gcm';
const TAG_BYTES = 16;

type Fields = Readonly<Record<string, string>>;

interface Salted {
  readonly salt: string;
  readonly fields: Fields;
}

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
    digest: digestOf(salt, fields),
  };
}

/** The fields as they were sealed. Throws when data or owner were changed. */
export const openFields = (key: Buffer, owner: string, sealed: Omit<Sealed, 'digest'>): Fields =>
  openSalted(key, owner, sealed).fields;

const digestOf = (salt: string, fields: Fields): string =>
  createHash('sha256')
    .update(`${salt}\n${canonicalJson(fields)}`)
    .digest('hex');

/** The fields as they were sealed; throws also when they are not those of this digest. */
export function openDigested(key: Buffer, owner: string, sealed: Sealed): Fields {
  const { salt, fields } = openSalted(key, owner, sealed);
  if (digestOf(salt, fields) !== sealed.digest) throw new Error('This text is of another digest.');
  return fields;
}

function openSalted(key: Buffer, owner: string, sealed: Omit<Sealed, 'digest'>): Salted {
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
  return JSON.parse(text) as Salted;
}
