import { AssertionError } from 'node:assert';
import { isDeepStrictEqual, types } from 'node:util';

/** Strict deep equality whose failure can be read without a debugger: both sides as JSON. */
export function expectEqual(actual: unknown, expected: unknown, about: string): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new AssertionError({
    message: `${about}\nexpected ${show(expected)}\nactual ${show(actual)}`,
    actual,
    expected,
    // A name of our own: to its own operators Node adds a difference that is no JSON.
    operator: expectEqual.name,
  });
}

/** JSON, but what JSON leaves out or can't tell apart is named: a difference must be seen. */
export function show(value: unknown): string {
  return JSON.stringify(value, named, 2);
}

function named(this: Record<string, unknown>, key: string, json: unknown): unknown {
  // The holder's own value: a date has become text in `json` already.
  const value = this[key];
  if (types.isDate(value)) return `(Date ${String(json)})`;
  if (types.isMap(value)) return { '(Map)': [...value] };
  if (types.isSet(value)) return { '(Set)': [...value] };
  // Not `instanceof`: Jest gives its specs globals of their own, and Node's errors are of others.
  if (types.isNativeError(value)) return `(${value.name}: ${value.message})`;
  if (typeof value === 'function') return `(function ${value.name})`;
  if (typeof value === 'number') return Object.is(value, -0) ? '(-0)' : numberOf(value);
  return value === undefined || typeof value === 'bigint' || typeof value === 'symbol'
    ? `(${String(value)})`
    : json;
}

function numberOf(value: number): number | string {
  return Number.isFinite(value) ? value : `(${value})`;
}
