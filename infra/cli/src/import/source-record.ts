import type { Reason } from './reasons.ts';

/** A flat row with lower case names: a line of a table or a row of `AUDIT_ITEM`. */
export type Fields = Readonly<Record<string, unknown>>;

/** One item as it lies in the file: which row it is (from 1), and its tables; or why it can't be read. */
export type SourceRecord =
  | {
      readonly position: number;
      readonly kind: 'TABLE_ROW';
      readonly fields: Fields;
      readonly notes: readonly Reason[];
    }
  | {
      readonly position: number;
      readonly kind: 'NATIONAL';
      readonly item: Fields;
      /** The other tables by their upper case name, rows with lower case names. */
      readonly tables: Readonly<Record<string, readonly Fields[]>>;
      readonly notes: readonly Reason[];
    }
  | { readonly position: number; readonly kind: 'BROKEN'; readonly reason: Reason };
