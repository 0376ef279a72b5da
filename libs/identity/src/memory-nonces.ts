import { trustClock, type Clock } from '@onewindow/runtime';
import type { NonceStore } from './contract.ts';

/**
 * Nonces of one process. Bounded: more than `limit` living ones is a fault, since forgetting one
 * early would let its token in again; only who holds a key can get that far.
 */
export function createMemoryNonces(limit = 1_000_000, clock: Clock = trustClock): NonceStore {
  const expiries = new Map<string, number>();
  return {
    claim(nonce, expiresAt) {
      const now = Date.parse(clock.now());
      forgetExpired(expiries, now);
      const known = expiries.get(nonce);
      if (known !== undefined && known > now) return Promise.resolve(false);
      if (expiries.size >= limit) return Promise.reject(new Error('The memory of nonces is full'));
      expiries.delete(nonce);
      expiries.set(nonce, expiresAt.getTime());
      return Promise.resolve(true);
    },
  };
}

/** A map keeps the order of insertion, and all tokens live equally long: the oldest are first. */
function forgetExpired(expiries: Map<string, number>, now: number): void {
  for (const [nonce, expiresAt] of expiries) {
    if (expiresAt > now) return;
    expiries.delete(nonce);
  }
}
