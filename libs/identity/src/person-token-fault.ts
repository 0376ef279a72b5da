import type { TokenFault } from './contract.ts';

const FAULTS: Readonly<Record<string, TokenFault>> = {
  ERR_JOSE_ALG_NOT_ALLOWED: 'ALGORITHM',
  ERR_JOSE_NOT_SUPPORTED: 'ALGORITHM',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'SIGNATURE',
  ERR_JWKS_NO_MATCHING_KEY: 'SIGNATURE',
  ERR_JWS_INVALID: 'MALFORMED',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'SIGNATURE',
  ERR_JWT_EXPIRED: 'EXPIRED',
  ERR_JWT_INVALID: 'MALFORMED',
};

const CLAIM_FAULTS: Readonly<Record<string, TokenFault>> = {
  aud: 'AUDIENCE',
  iss: 'ISSUER',
  nbf: 'NOT_YET_VALID',
};

/** The fault of the token that `jose` found, `undefined` when the error is not the token's. */
export function personTokenFault(error: unknown): TokenFault | undefined {
  const { code, claim, reason } = error as Readonly<Record<string, unknown>>;
  if (code === 'ERR_JWT_CLAIM_VALIDATION_FAILED') {
    const isWrong = reason === 'check_failed' || claim !== 'nbf';
    return (isWrong && typeof claim === 'string' && CLAIM_FAULTS[claim]) || 'CLAIMS';
  }
  // `decodeProtectedHeader` tells by a TypeError without a code that there is no header.
  if (error instanceof TypeError && error.message.includes('Protected Header')) return 'MALFORMED';
  return typeof code === 'string' ? FAULTS[code] : undefined;
}
