/** A number that is known, or that follows from the variables of a request. */
export type Amount = number | ((run: AmountRun) => number);

export interface AmountRun {
  readonly values: Readonly<Record<string, unknown>>;
  /** What fragments cost in this request: each is counted once, however often it is spread. */
  readonly fragments: (number | undefined)[];
}

export const amountOf = (amount: Amount, run: AmountRun): number =>
  typeof amount === 'number' ? amount : amount(run);

export function sum(amounts: readonly Amount[]): Amount {
  const rest = amounts.filter((amount) => typeof amount === 'function');
  let known = 0;
  for (const amount of amounts) if (typeof amount === 'number') known += amount;
  if (rest.length === 0) return known;
  return (run) => {
    let total = known;
    for (const amount of rest) total += amount(run);
    return total;
  };
}

export function times(left: Amount, right: Amount): Amount {
  if (typeof left === 'number' && typeof right === 'number') return left * right;
  if (left === 0 || right === 0) return 0;
  if (left === 1) return right;
  if (right === 1) return left;
  return (run) => amountOf(left, run) * amountOf(right, run);
}
