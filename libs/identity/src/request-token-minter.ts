import { randomUUID } from 'node:crypto';
import { trustClock, type Clock } from '@onewindow/runtime';
import type { KeyRing, RequestTokenMinter } from './contract.ts';
import { bodyHash, REQUEST_TOKEN, REQUEST_TOKEN_LIFETIME } from './request-token.ts';
import { createTokenSigner } from './symmetric-token.ts';

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
      const iat = Math.floor(Date.parse(clock.now()) / 1000);
      return sign({
        ...viewer,
        aud: subgraph,
        jti: randomUUID(),
        bh: bodyHash(body),
        iat,
        exp: iat + REQUEST_TOKEN_LIFETIME,
      });
    },
  };
}
