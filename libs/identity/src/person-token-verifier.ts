import { hash } from 'node:crypto';
import { timeOf, trustClock, type Clock } from '@onewindow/runtime';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeProtectedHeader,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import type { PersonTokenVerifier, TokenFault, Verified } from './contract.ts';
import { personTokenFault } from './person-token-fault.ts';
import { createTokenMemory } from './token-memory.ts';
import { viewerFromClaims } from './viewer-claims.ts';
import type { Viewer } from './viewer.ts';

interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly clock?: Clock;
  /** How many verified tokens are remembered at most; 10,000. */
  readonly remembered?: number;
}

export type PersonTokenVerifierOptions = Expected &
  ({ readonly jwksUri: string } | { readonly jwks: JSONWebKeySet });

const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
/** Access tokens by RFC 9068, and what older providers write. A token made for another use says so. */
const TYPES = new Set(['at+jwt', 'application/at+jwt', 'jwt']);
const CLOCK_SKEW = 5;
const LONGEST = 16_384;

/**
 * A token is refused with its fault; that the provider's keys can't be read is an error, never an
 * acceptance. What was verified is remembered by the token's hash until it expires.
 */
export function createPersonTokenVerifier(
  options: PersonTokenVerifierOptions,
): PersonTokenVerifier {
  const { clock = trustClock } = options;
  const memory = createTokenMemory<Viewer>(options.remembered ?? 10_000);
  const keys = keysOf(options);
  return {
    async verify(token) {
      if (token === '') return refused('MISSING');
      if (token.length > LONGEST) return refused('MALFORMED');
      const now = timeOf(clock);
      const key = hash('sha256', token, 'base64');
      const known = memory.recall(key, now);
      if (known !== undefined) return { ok: true, value: known };
      const verified = await verifyAfresh(token, { ...options, keys, now });
      if (!verified.ok) return verified;
      const { viewer, expiresAt } = verified.value;
      memory.remember(key, viewer, expiresAt);
      return { ok: true, value: viewer };
    },
  };
}

interface Check extends Expected {
  readonly keys: JWTVerifyGetKey;
  readonly now: number;
}

async function verifyAfresh(
  token: string,
  { issuer, audience, keys, now }: Check,
): Promise<Verified<{ readonly viewer: Viewer; readonly expiresAt: number }>> {
  try {
    const { typ } = decodeProtectedHeader(token);
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'kind', 'exp'],
      clockTolerance: CLOCK_SKEW,
      currentDate: new Date(now),
    });
    if (typeof typ !== 'string' || !TYPES.has(typ.toLowerCase())) return refused('CLAIMS');
    if (payload.iat !== undefined && payload.iat > now / 1000 + CLOCK_SKEW) {
      return refused('NOT_YET_VALID');
    }
    // A provider leaves `scope` out where there is none. Sessions are ours to make, not a provider's.
    const viewer = viewerFromClaims({ scope: '', ...payload });
    if (viewer === undefined || viewer.kind === 'ANONYMOUS') return refused('CLAIMS');
    return { ok: true, value: { viewer, expiresAt: (payload.exp ?? 0) * 1000 } };
  } catch (cause) {
    const fault = personTokenFault(cause);
    if (fault !== undefined) return refused(fault);
    throw new Error(`The keys of ${issuer} could not be used`, { cause });
  }
}

function keysOf(options: PersonTokenVerifierOptions): JWTVerifyGetKey {
  return 'jwks' in options
    ? createLocalJWKSet(options.jwks)
    : createRemoteJWKSet(new URL(options.jwksUri));
}

const refused = (fault: TokenFault) => ({ ok: false, fault }) as const;
