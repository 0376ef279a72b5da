/** Chance that comes out the same for the same seed: a load that was broken off goes on with the same plan. */
export interface Random {
  /** At least 0, less than 1. */
  readonly next: () => number;
  /** A whole number of both ends and all between. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <One>(list: readonly One[]) => One;
  /** The more weight, the more often. */
  readonly weighted: <One extends { readonly weight: number }>(list: readonly One[]) => One;
}

/** mulberry32: small, and good enough for a crowd. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <One>(list: readonly One[], index: number): One => {
    const one = list[index];
    if (one === undefined) throw new RangeError('There is nothing to choose from');
    return one;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    pick: (list) => at(list, Math.floor(next() * list.length)),
    weighted: (list) => {
      let left = next() * list.reduce((sum, { weight }) => sum + weight, 0);
      const index = list.findIndex(({ weight }) => (left -= weight) < 0);
      return at(list, index < 0 ? list.length - 1 : index);
    },
  };
}
