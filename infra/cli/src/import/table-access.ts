import { parseJson } from './parse-json.ts';
import type { Fields } from './source-record.ts';

/** An object with its names in lower case, undefined for anything else. */
export function asObject(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name.trim().toLowerCase(), part as unknown]),
  );
}

/** A table may come as JSON text inside of the JSON. */
function unfolded(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]\s*["{\]}]/u.test(value)) return value;
  return parseJson(value)?.value ?? value;
}

/** The rows of a table that may be an array or, with one row, an object; anything else is none. */
export function rowsOf(container: Fields, table: string): readonly Fields[] {
  const value = unfolded(container[table.toLowerCase()]);
  const rows = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return rows.map(asObject).filter((row) => row !== undefined);
}

/** A scalar as trimmed text; nothing for null, objects and arrays. */
export function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.trim();
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return '';
  }
}
