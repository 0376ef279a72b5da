import { randomUUID } from 'node:crypto';
import { timeOf, trustClock, type Clock } from '@onewindow/runtime';
import type { KeyRing, RequestTokenMinter } from './contract.ts';
import { bodyHash, REQUEST_TOKEN, REQUEST_TOKEN_LIFETIME } from './request-token.ts';
import { createTokenSigner } from './symmetric-token.ts';
import type { ViewerClaims } from './viewer.ts';

/**
 * The gateway's side: `keys` by subgraph, each known to the gateway and that subgraph only. A retry
 * mints again, as a token is good for one request. Throws for a subgraph that has no key.
 */
export function createRequestTokenMinter(
  keys: Readonly<Record<string, KeyRing>>,
  clock: Clock = trustClock,
): RequestTokenMinter {
  const signers = new Map(
    Object.entries(keys).map(([subgraph, ring]) => [
      subgraph,
      createTokenSigner(ring, REQUEST_TOKEN),
    ]),
  );
  return {
    mint({ subgraph, body, viewer }) {
      const sign = signers.get(subgraph);
      if (sign === undefined) throw new Error(`No request token key for subgraph ${subgraph}`);
      const iat = Math.floor(timeOf(clock) / 1000);
      const aud = JSON.stringify(subgraph);
      const exp = iat + REQUEST_TOKEN_LIFETIME;
      const own = `"aud":${aud},"jti":"${randomUUID()}","bh":"${bodyHash(body)}"`;
      return sign(`{${claimsText(viewer)},${own},"iat":${iat},"exp":${exp}}`);
    },
  };
}

/** Equal for all subrequests of a viewer: written out once for as long as the gateway keeps the claims. */
const texts = new WeakMap<ViewerClaims, string>();

function claimsText(viewer: ViewerClaims): string {
  let text = texts.get(viewer);
  if (text === undefined) {
    text = JSON.stringify(viewer).slice(1, -1);
    texts.set(viewer, text);
  }
  return text;
}
