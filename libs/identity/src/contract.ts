import type { Viewer, ViewerClaims } from './viewer.ts';

/** A symmetric key with its id: the first of a ring writes, all of it read, so that a key can be changed. */
export interface SecretKey {
  readonly id: string;
  readonly secret: string;
}
export type KeyRing = readonly [SecretKey, ...SecretKey[]];

/** Why a token is refused: stable codes, told to the log and never to the caller (who gets UNAUTHENTICATED). */
export type TokenFault =
  | 'MALFORMED'
  | 'ALGORITHM'
  | 'SIGNATURE'
  | 'EXPIRED'
  | 'NOT_YET_VALID'
  | 'ISSUER'
  | 'AUDIENCE'
  | 'CLAIMS'
  | 'BODY'
  | 'REPLAYED'
  | 'MISSING';

export type Verified<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: TokenFault };

/** Verifies people's tokens (RS256, ES256, EdDSA; JWKS; issuer, audience, expiry). Remembered until they expire. */
export interface PersonTokenVerifier {
  verify(token: string): Promise<Verified<Viewer>>;
}

/** Mints the gateway's request token for one request to one subgraph: HS256, 60 s, bound to the body. */
export interface RequestTokenMinter {
  mint(request: {
    readonly subgraph: string;
    readonly body: string | Buffer;
    readonly viewer: ViewerClaims;
  }): string;
}

/** Refuses what is unsigned, expired, meant for another, altered or replayed, before anything is parsed. */
export interface RequestTokenVerifier {
  verify(
    token: string | undefined,
    body: Buffer,
  ): Promise<Verified<{ readonly viewer: Viewer; readonly nonce: string }>>;
}

/** Remembers nonces for as long as a token can live. `claim` answers false when it was there already. */
export interface NonceStore {
  claim(nonce: string, expiresAt: Date): Promise<boolean>;
}
