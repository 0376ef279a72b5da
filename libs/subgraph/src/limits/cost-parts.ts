import { amountOf, type Amount, type AmountRun } from './amounts.ts';

/** A field, or what a fragment groups, and what it costs with all that is below. */
export interface CostPart {
  /** The key in an answer; undefined of what a fragment groups. */
  readonly key?: string;
  readonly once: number;
  /** For each object. */
  readonly each: number;
  readonly amount: Amount;
  readonly parts: readonly CostPart[];
}

/** The keys from the root down to what costs most, always the dearest of the next ones. */
export function mostExpensive(parts: readonly CostPart[], run: AmountRun): string {
  const keys: string[] = [];
  let level = parts;
  for (;;) {
    let dearest: CostPart | undefined;
    let most = 0;
    for (const part of level) {
      const amount = amountOf(part.amount, run);
      if (amount > most) [dearest, most] = [part, amount];
    }
    if (!dearest) return keys.join('.');
    if (dearest.key !== undefined) keys.push(dearest.key);
    level = dearest.parts;
  }
}

/** What it cost by the rows that came. */
export function actualCost(parts: readonly CostPart[], data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  let total = 0;
  for (const part of parts) {
    if (part.amount === 0) continue;
    if (part.key === undefined) {
      total += actualCost(part.parts, data);
      continue;
    }
    if (!Object.hasOwn(data, part.key)) continue;
    total += part.once + ofValue(part, (data as Readonly<Record<string, unknown>>)[part.key]);
  }
  return total;
}

function ofValue(part: CostPart, value: unknown): number {
  if (value === null) return 0;
  if (!Array.isArray(value)) return part.each + actualCost(part.parts, value);
  return value.reduce((total: number, item) => total + ofValue(part, item), 0);
}
