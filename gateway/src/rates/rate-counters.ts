import { RateLimiterMemory, RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateKind, Rates } from './rate-kinds.ts';

/** Counts points by kind and key. */
export interface RateCounters {
  /** Takes points; answers the seconds to wait when there are none left, and undefined while there are. */
  take(kind: RateKind, key: string, points?: number): Promise<number | undefined>;
  /** The seconds to wait, without taking any. */
  wait(kind: RateKind, key: string): Promise<number | undefined>;
}

/** The collection of MongoDB in which several gateways count together. */
export interface SharedCounts {
  /** A client or database of the driver, see `RateLimiterMongo`. */
  readonly store: object;
  readonly database: string;
  /** Makes its indexes. */
  readonly prepare: () => Promise<void>;
}

export const COLLECTION = 'rateLimits';

/**
 * Counts in memory, or with `shared` together with other gateways. While that is away each gateway counts by itself:
 * people are let in by a looser limit rather than kept out by a broken one (ADR 13).
 */
export function createRateCounters(rates: Rates, shared?: SharedCounts): RateCounters {
  const counters = new Map(
    Object.entries(rates).map(([kind, { points, seconds }]) => {
      const memory = new RateLimiterMemory({ keyPrefix: kind, points, duration: seconds });
      const counter = shared
        ? new RateLimiterMongo({
            ...{ storeClient: shared.store, tableName: COLLECTION, keyPrefix: kind },
            ...{ dbName: shared.database, points, duration: seconds, disableIndexesCreation: true },
            // Whoever is over it is refused without asking again.
            ...{ inMemoryBlockOnConsumed: points + 1, insuranceLimiter: memory },
          })
        : memory;
      return [kind, counter] as const;
    }),
  );
  const counterOf = (kind: RateKind) => {
    const counter = counters.get(kind);
    if (counter === undefined) throw new Error(`There is no rate of ${kind}.`);
    return counter;
  };
  return {
    take: async (kind, key, points = 1) => {
      try {
        await counterOf(kind).consume(key, points);
        return undefined;
      } catch (error) {
        if (error instanceof RateLimiterRes) return secondsOf(error);
        throw error;
      }
    },
    wait: async (kind, key) => {
      const counted = await counterOf(kind).get(key);
      return counted !== null && counted.remainingPoints <= 0 ? secondsOf(counted) : undefined;
    },
  };
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number =>
  Math.max(1, Math.ceil(msBeforeNext / 1_000));
