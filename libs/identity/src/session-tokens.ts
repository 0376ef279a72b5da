import { randomUUID } from 'node:crypto';
import { timeOf, trustClock, type Clock } from '@onewindow/runtime';
import type { KeyRing, TokenFault, Verified } from './contract.ts';
import { CLOCK_SKEW } from './request-token.ts';
import { createTokenOpener, createTokenSigner } from './symmetric-token.ts';
import { viewerFromClaims } from './viewer-claims.ts';
import type { Viewer } from './viewer.ts';

/** Sessions of callers who did not sign in: the session is their actor, so their commands can be repeated. */
export interface SessionTokens {
  mint(): { readonly token: string; readonly viewer: Viewer };
  verify(token: string): Verified<Viewer>;
}

const KIND = { typ: 'onewindow-session+jwt', purpose: 'anonymous sessions' } as const;
const LIFETIME = 30 * 24 * 60 * 60;

export function createSessionTokens(keys: KeyRing, clock: Clock = trustClock): SessionTokens {
  const sign = createTokenSigner(keys, KIND);
  const open = createTokenOpener(keys, KIND);
  const now = () => Math.floor(timeOf(clock) / 1000);
  return {
    mint() {
      const iat = now();
      const session = randomUUID();
      return {
        token: sign(JSON.stringify({ sid: session, iat, exp: iat + LIFETIME })),
        viewer: anonymous(session),
      };
    },
    verify(token) {
      const opened = open(token);
      if (!opened.ok) return opened;
      const { sid, iat, exp } = opened.value;
      if (typeof iat !== 'number' || typeof exp !== 'number') return refused('CLAIMS');
      if (exp <= now()) return refused('EXPIRED');
      if (iat > now() + CLOCK_SKEW) return refused('NOT_YET_VALID');
      if (typeof sid !== 'string') return refused('CLAIMS');
      const viewer = viewerFromClaims({ sub: `anonymous:${sid}`, kind: 'ANONYMOUS', scope: '' });
      return viewer === undefined ? refused('CLAIMS') : { ok: true, value: viewer };
    },
  };
}

const anonymous = (session: string): Viewer => ({
  id: `anonymous:${session}`,
  kind: 'ANONYMOUS',
  scopes: new Set(),
});

const refused = (fault: TokenFault) => ({ ok: false, fault }) as const;
