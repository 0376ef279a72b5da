/**
 * An amount in yuan, exact to the fen: decimal text with two places, "-" allowed. It is an object
 * so that no column of numbers can be taken for money; in Mongo the `yuan` of it is a Decimal128.
 */
export interface Money {
  readonly yuan: string;
}

const PATTERN = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/;

/** Reads `"12"`, `"12.5"` or `"12.50"`; `undefined` for anything else (no exponent, no third place). */
export function parseMoney(text: string): Money | undefined {
  const match = PATTERN.exec(text);
  return match
    ? fromFen(BigInt(`${match[1] ?? ''}${match[2] ?? ''}${(match[3] ?? '').padEnd(2, '0')}`))
    : undefined;
}

export const NOTHING: Money = { yuan: '0.00' };

export function addMoney(...amounts: readonly Money[]): Money {
  return fromFen(amounts.reduce((sum, amount) => sum + toFen(amount), 0n));
}

/** So many times the amount; `count` is a whole number. */
export function timesMoney(amount: Money, count: number): Money {
  return fromFen(toFen(amount) * BigInt(count));
}

/** What is left of an amount; negative when more is taken than there is. */
export function lessMoney(amount: Money, taken: Money): Money {
  return fromFen(toFen(amount) - toFen(taken));
}

/** Negative when `left` is the smaller one, 0 when equal. */
export function compareMoney(left: Money, right: Money): number {
  const difference = toFen(left) - toFen(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function toFen(amount: Money): bigint {
  return BigInt(amount.yuan.replace('.', ''));
}

function fromFen(fen: bigint): Money {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return { yuan: `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` };
}
