import { trustClock, type Clock } from '@onewindow/runtime';
import type { KeyRing } from '../contract.ts';
import { createMemoryNonces } from '../memory-nonces.ts';
import { createRequestTokenMinter } from '../request-token-minter.ts';
import {
  createRequestTokenVerifier,
  type SubgraphTokenVerifier,
} from '../request-token-verifier.ts';
import type { ViewerClaims } from '../viewer.ts';

/** Both ends of the request tokens of one subgraph, over one key that exists in tests only. */
export interface TestRequestTokens {
  readonly keys: KeyRing;
  readonly verifier: SubgraphTokenVerifier;
  tokenFor(body: string | Buffer, viewer?: Partial<ViewerClaims>): string;
}

export function requestTokensFor(subgraph: string, clock: Clock = trustClock): TestRequestTokens {
  const keys: KeyRing = [{ id: 'test', secret: `${subgraph}-`.padEnd(40, 'k') }];
  const minter = createRequestTokenMinter({ [subgraph]: keys }, clock);
  return {
    keys,
    verifier: createRequestTokenVerifier({
      subgraph,
      keys,
      nonces: createMemoryNonces(10_000, clock),
      sharedNonces: createMemoryNonces(10_000, clock),
      clock,
    }),
    tokenFor: (body, viewer = {}) =>
      minter.mint({ subgraph, body, viewer: { ...aStranger, ...viewer } }),
  };
}

const aStranger: ViewerClaims = { sub: 'anonymous:test', kind: 'ANONYMOUS', scope: '' };
