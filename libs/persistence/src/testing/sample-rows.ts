import type { IndexDeclaration, QueryShape } from '../query-shape.ts';
import type { Indexed } from './uncovered-queries.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The values that equality fields have: few, so that each matches many rows. */
export const FEW = ['a', 'b', 'c'] as const;

/**
 * Rows that have a value in every field which these queries and indexes name: one of a few where a query
 * asks for equality, a value of its own where it sorts, and wherever a unique index wants one.
 */
export function sampleRows({ indexes, queries }: Indexed, count: number): readonly Row[] {
  const shapes = Object.values(queries);
  const own = new Set([
    ...shapes.flatMap(({ sort, range = [] }) => [...Object.keys(sort), ...range]),
    ...indexes.flatMap(uniqueFields),
  ]);
  const named = new Set([
    ...shapes.flatMap(fieldsOf),
    ...indexes.flatMap(({ fields }) => Object.keys(fields)),
  ]);
  return Array.from({ length: count }, (_, index) => {
    const row: Record<string, unknown> = { _id: ownValue(index) };
    [...named].forEach((path, place) => {
      // Shifted by the field's place, so that the fields don't all change together.
      const value = own.has(path) ? ownValue(index) : FEW[(index >> (place % 3)) % FEW.length];
      setAt(row, path.split('.'), value);
    });
    return row;
  });
}

/** The value of this row in this field. */
export const valueAt = (row: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inside, key) => (inside as Row | undefined)?.[key], row);

const ownValue = (index: number) => `v${String(index).padStart(6, '0')}`;
const uniqueFields = ({ unique, fields }: IndexDeclaration) =>
  unique === true ? Object.keys(fields) : [];
const fieldsOf = ({ equality, every, sort, range = [] }: QueryShape) => [
  ...equality,
  ...(every === undefined ? [] : [every]),
  ...Object.keys(sort),
  ...range,
];

function setAt(row: Record<string, unknown>, [key = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) row[key] = value;
  else setAt((row[key] ??= {}) as Record<string, unknown>, rest, value);
}
