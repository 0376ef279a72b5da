import type { FieldReader } from './field-reader.ts';
import type { Fields } from './source-record.ts';
import { textOf } from './table-access.ts';

/** Rows by their own order number, those without one behind, otherwise as they stand. */
export function inOrder(rows: readonly Fields[]): readonly Fields[] {
  return rows.toSorted((a, b) => orderOf(a) - orderOf(b));
}

function orderOf(row: Fields): number {
  const number = Number(textOf(row['ordernum']) || textOf(row['ordernumber']) || Number.NaN);
  return Number.isFinite(number) ? number : Number.MAX_SAFE_INTEGER;
}

/** Rows with a name in one of these fields, in order; those without one are reported and left out. */
export function named(read: FieldReader, ...names: readonly string[]) {
  return <Entry>(
    rows: readonly Fields[],
    entry: (row: Fields, name: string) => Entry,
  ): readonly Entry[] =>
    inOrder(rows).flatMap((row) => {
      const name = read.name(row, ...names);
      if (name !== null) return [entry(row, name)];
      read.note('ENTRY_UNNAMED', names[0]);
      return [];
    });
}
