import type { Viewer } from '@onewindow/identity';
import type { Metrics } from '@onewindow/runtime';
import type { RateCounters } from './rate-counters.ts';
import { RATE_OF_FIELD, type RateKind } from './rate-kinds.ts';

/** Who asks, as far as counting goes. */
export interface CountedCaller {
  readonly viewer: Viewer;
  /** See `createAddressOf`. */
  readonly address: string;
  /** Whether he got his session only now: it tells nobody from nobody. */
  readonly isNew: boolean;
}

/** By what a caller is counted: who he is, or his address, since sessions are to be had for nothing. */
export const callerKey = ({ viewer, address }: Omit<CountedCaller, 'isNew'>): string =>
  viewer.kind === 'ANONYMOUS' ? `address ${address}` : viewer.id;

/** That there was too much of something, and when there may be more. */
export interface TooMany {
  readonly kind: RateKind;
  /** Seconds. */
  readonly retryAfter: number;
}

/** How much callers may ask for. Each function takes what is asked; undefined means that it may be had. */
export interface RequestRates {
  /** One operation; `weight` is what it costs in points. */
  operation(caller: CountedCaller, weight?: number): Promise<TooMany | undefined>;
  /** Root fields by coordinate (`Query.caseProgress`), each as often as it is asked for. */
  fields(caller: CountedCaller, coordinates: readonly string[]): Promise<TooMany | undefined>;
  /** A text that was not read before, of so many characters: it is yet to be validated and planned. */
  text(caller: CountedCaller, length: number): Promise<TooMany | undefined>;
  /** One WebSocket or event stream. */
  connection(address: string): Promise<TooMany | undefined>;
  /** Whether a token may be tried from here; `refused` counts one that was not good. */
  token(address: string): Promise<TooMany | undefined>;
  refused(address: string): Promise<void>;
}

/** How many characters of a new text one point pays for: 10,000 of them may take a fifth of a second. */
const TEXT_OF_POINT = 1_000;

export function createRequestRates(counters: RateCounters, metrics: Metrics): RequestRates {
  const count = metrics.counter({
    name: 'onewindow_rate_limited_total',
    help: 'What was refused because there was too much of it, by kind.',
    labels: ['kind'],
  });
  const told = (kind: RateKind, retryAfter: number | undefined): TooMany | undefined => {
    if (retryAfter === undefined) return undefined;
    count({ kind });
    return { kind, retryAfter };
  };
  const take = async (kind: RateKind, key: string, points?: number) =>
    told(kind, await counters.take(kind, key, points));
  return {
    operation: async ({ viewer, address, isNew }, weight = 1) => {
      if (viewer.kind === 'SERVICE') return take('service', viewer.id, weight);
      const tooMany = await take('address', address, weight);
      if (tooMany ?? isNew) return tooMany;
      return take(viewer.kind === 'ANONYMOUS' ? 'session' : 'person', viewer.id, weight);
    },
    fields: async (caller, coordinates) => {
      if (caller.viewer.kind === 'SERVICE') {
        const points = pointsOf(coordinates).get('progress');
        return points === undefined
          ? undefined
          : take('programProgress', callerKey(caller), points);
      }
      const key = callerKey(caller);
      for (const [kind, points] of pointsOf(coordinates)) {
        const tooMany = await take(kind, key, points);
        if (tooMany) return tooMany;
      }
      return undefined;
    },
    text: async (caller, length) =>
      caller.viewer.kind === 'SERVICE'
        ? undefined
        : take('text', callerKey(caller), Math.max(1, Math.ceil(length / TEXT_OF_POINT))),
    connection: (address) => take('connection', address),
    token: async (address) => told('token', await counters.wait('token', address)),
    refused: async (address) => {
      await counters.take('token', address);
    },
  };
}

function pointsOf(coordinates: readonly string[]): ReadonlyMap<RateKind, number> {
  const points = new Map<RateKind, number>();
  for (const coordinate of coordinates) {
    const kind = RATE_OF_FIELD.get(coordinate);
    if (kind !== undefined) points.set(kind, (points.get(kind) ?? 0) + 1);
  }
  return points;
}
