import type { Metrics } from '@onewindow/runtime';
import { callerKey, type CountedCaller, type TooMany } from './request-rates.ts';

/** How many operations of one caller run at once, by who he is; more are refused. */
export const IN_HAND = {
  /** Who has signed in. */
  person: 40,
  /** One address, of those who have not signed in: a whole hall may be behind it. */
  address: 300,
  /** A program. */
  service: 300,
} as const satisfies Readonly<Partial<Record<TooMany['kind'], number>>>;

type InHandKind = keyof typeof IN_HAND;
export type InHand = Readonly<Record<InHandKind, number>>;

/** The operations that run. */
export interface OperationsInHand {
  /** Begins one: what is to be called when it has ended, or that the caller has too many. */
  begin(caller: CountedCaller): { readonly end: () => void } | { readonly tooMany: TooMany };
}

/** Seconds: something of his ends at any moment. */
const WAIT = 1;

export function createOperationsInHand(most: InHand, metrics: Metrics): OperationsInHand {
  const count = metrics.counter({
    name: 'onewindow_in_hand_refused_total',
    help: 'Operations refused because too many of their caller were running, by kind of caller.',
    labels: ['kind'],
  });
  const running = new Map<string, number>();
  return {
    begin: (caller) => {
      const kind = kindOf(caller);
      const key = callerKey(caller);
      const found = running.get(key) ?? 0;
      if (found >= most[kind]) {
        count({ kind });
        return { tooMany: { kind, retryAfter: WAIT } };
      }
      running.set(key, found + 1);
      let hasEnded = false;
      return {
        end: () => {
          if (hasEnded) return;
          hasEnded = true;
          const left = (running.get(key) ?? 1) - 1;
          if (left > 0) running.set(key, left);
          else running.delete(key);
        },
      };
    },
  };
}

function kindOf({ viewer }: CountedCaller): InHandKind {
  if (viewer.kind === 'SERVICE') return 'service';
  return viewer.kind === 'ANONYMOUS' ? 'address' : 'person';
}
