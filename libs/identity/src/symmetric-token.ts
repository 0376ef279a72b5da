import { createHmac, createSecretKey } from 'node:crypto';
import { createVerifier } from 'fast-jwt';
import type { KeyRing, TokenFault, Verified } from './contract.ts';
import { checkedKeyRing } from './key-ring.ts';

export type TokenPayload = Readonly<Record<string, unknown>>;

/** What a token is for is its `typ` (RFC 8725, 3.11): one kind is never taken for another. */
interface Kind {
  readonly typ: string;
  readonly purpose: string;
}

/**
 * Signs with the first key of the ring. `iat` and `exp` are in the payload, which is JSON already: the clock
 * is the caller's, and what is the same in many tokens need not be written out for each.
 */
export function createTokenSigner(ring: KeyRing, kind: Kind): (payload: string) => string {
  const [{ id, secret }] = checkedKeyRing(ring, kind.purpose);
  const key = createSecretKey(Buffer.from(secret));
  const header = base64url(JSON.stringify({ alg: 'HS256', typ: kind.typ, kid: id }));
  return (payload) => {
    const signed = `${header}.${base64url(payload)}`;
    return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
  };
}

const base64url = (text: string) => Buffer.from(text).toString('base64url');

/** Checks form, `typ`, algorithm, key id and signature; times and meaning are left to the caller. */
export function createTokenOpener(
  ring: KeyRing,
  kind: Kind,
): (token: string) => Verified<TokenPayload> {
  const verifiers = new Map(
    checkedKeyRing(ring, kind.purpose).map(({ id, secret }) => [
      id,
      createVerifier({
        key: secret,
        algorithms: ['HS256'],
        ignoreExpiration: true,
        ignoreNotBefore: true,
      }),
    ]),
  );
  return (token) => {
    const header = headerOf(token);
    if (header === undefined) return refused('MALFORMED');
    if (header['alg'] !== 'HS256') return refused('ALGORITHM');
    if (header['typ'] !== kind.typ) return refused('CLAIMS');
    const verify = typeof header['kid'] === 'string' ? verifiers.get(header['kid']) : undefined;
    if (verify === undefined) return refused('SIGNATURE');
    try {
      return { ok: true, value: verify(token) as TokenPayload };
    } catch (cause) {
      return refused(faultOf(cause));
    }
  };
}

const LONGEST = 8192;

function headerOf(token: string): TokenPayload | undefined {
  const end = token.indexOf('.');
  if (end <= 0 || token.length > LONGEST) return undefined;
  try {
    const header: unknown = JSON.parse(Buffer.from(token.slice(0, end), 'base64url').toString());
    return typeof header === 'object' && header !== null ? (header as TokenPayload) : undefined;
  } catch {
    return undefined;
  }
}

function faultOf(cause: unknown): TokenFault {
  switch ((cause as { code?: unknown }).code) {
    case 'FAST_JWT_INVALID_SIGNATURE':
    case 'FAST_JWT_MISSING_SIGNATURE':
      return 'SIGNATURE';
    case 'FAST_JWT_MALFORMED':
    case 'FAST_JWT_INVALID_PAYLOAD':
    case 'FAST_JWT_INVALID_CRIT_HEADER':
      return 'MALFORMED';
    default:
      throw new Error('A token could not be checked', { cause });
  }
}

const refused = (fault: TokenFault) => ({ ok: false, fault }) as const;
