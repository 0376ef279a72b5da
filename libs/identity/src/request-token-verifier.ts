import { addMilliseconds } from '@onewindow/kernel';
import { timeOf, trustClock, type Clock } from '@onewindow/runtime';
import type { KeyRing, NonceStore, RequestTokenVerifier, TokenFault } from './contract.ts';
import { bodyHash, CLOCK_SKEW, REQUEST_TOKEN, REQUEST_TOKEN_LIFETIME } from './request-token.ts';
import { createTokenOpener, type TokenPayload } from './symmetric-token.ts';
import { viewerFromClaims } from './viewer-claims.ts';

export interface RequestTokenVerifierOptions {
  /** The name that tokens must be meant for. */
  readonly subgraph: string;
  readonly keys: KeyRing;
  /** This process' own memory: every request claims its nonce there. */
  readonly nonces: NonceStore;
  /** What the replicas of the subgraph share: another store than `nonces`, claimed for mutations only. */
  readonly sharedNonces: NonceStore;
  readonly clock?: Clock;
}

export interface SubgraphTokenVerifier extends RequestTokenVerifier {
  /**
   * To be asked once the body is known to be a mutation, before it runs: false means that another
   * replica has had this token. (`verify` can't ask, as it comes before parsing; and a query played
   * to each replica once changes nothing, so it does not pay for a shared write.)
   */
  claimForMutation(nonce: string): Promise<boolean>;
}

/** The subgraph's side. Throws without a key: a subgraph that can't check who asks does not start. */
export function createRequestTokenVerifier(
  options: RequestTokenVerifierOptions,
): SubgraphTokenVerifier {
  const { subgraph, nonces, sharedNonces, clock = trustClock } = options;
  if (subgraph === '') throw new Error('A request token verifier needs the name of its subgraph');
  if (nonces === sharedNonces) throw new Error('The two nonce stores must not be the same');
  const open = createTokenOpener(options.keys, REQUEST_TOKEN);
  return {
    async verify(token, body) {
      if (token === undefined || token === '') return refused('MISSING');
      const opened = open(token);
      if (!opened.ok) return opened;
      const claims = opened.value;
      const fault =
        faultOfMeaning(claims, subgraph) ?? faultOfTimes(claims, Math.floor(timeOf(clock) / 1000));
      if (fault !== undefined) return refused(fault);
      if (claims['bh'] !== bodyHash(body)) return refused('BODY');
      const viewer = viewerFromClaims(claims);
      const nonce = claims['jti'];
      if (viewer === undefined || typeof nonce !== 'string') return refused('CLAIMS');
      // Last of all, so that only a token that is good in all else can use up its nonce.
      const isNew = await nonces.claim(nonce, new Date(Number(claims['exp']) * 1000));
      return isNew ? { ok: true, value: { viewer, nonce } } : refused('REPLAYED');
    },
    claimForMutation(nonce) {
      // No token that is accepted now lives longer than this.
      const longest = (REQUEST_TOKEN_LIFETIME + CLOCK_SKEW) * 1000;
      return sharedNonces.claim(nonce, new Date(addMilliseconds(clock.now(), longest)));
    },
  };
}

function faultOfMeaning(claims: TokenPayload, subgraph: string): TokenFault | undefined {
  if (claims['aud'] !== subgraph) return 'AUDIENCE';
  if (typeof claims['jti'] !== 'string' || claims['jti'].length < 16) return 'CLAIMS';
  return undefined;
}

function faultOfTimes({ iat, exp }: TokenPayload, now: number): TokenFault | undefined {
  if (!isSeconds(iat) || !isSeconds(exp)) return 'CLAIMS';
  if (exp <= now) return 'EXPIRED';
  if (iat > now + CLOCK_SKEW) return 'NOT_YET_VALID';
  if (exp - iat > REQUEST_TOKEN_LIFETIME) return 'CLAIMS';
  return undefined;
}

const isSeconds = (value: unknown): value is number => Number.isSafeInteger(value);

const refused = (fault: TokenFault) => ({ ok: false, fault }) as const;
