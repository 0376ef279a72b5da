import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Names of the secrets that every run of this workspace shares: base64 of 32 random bytes each. */
export type Secrets = Readonly<Record<string, string>> & { readonly identityKey: string };

/**
 * The secrets of this workspace, made at the first start: data that was encrypted with them must be readable at the
 * next. A name that is new is added. Only the owner may read the file.
 */
export function readSecrets(file: string, names: readonly string[]): Secrets {
  const known = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
    : {};
  const secrets: Record<string, string> = { ...known };
  for (const name of names) secrets[name] ??= randomBytes(32).toString('base64');
  const identityKey = (secrets['identityKey'] ??= newSigningKey());
  if (Object.keys(secrets).length === Object.keys(known).length) return { ...secrets, identityKey };
  return keep(file, secrets) ? { ...secrets, identityKey } : readSecrets(file, names);
}

/** False when another start wrote a first file in the meantime: its secrets hold. */
function keep(file: string, secrets: Readonly<Record<string, string>>): boolean {
  const isFirst = !existsSync(file);
  const draft = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(draft, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
  try {
    if (!isFirst) rmSync(file, { force: true });
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(8).toString('hex');
  return JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' });
}
