import type { ItemRow } from './item-row.ts';
import type { Reason } from './reasons.ts';

/** A row of the file after reading: to be sent, or refused before; both with what the report says. */
export type ParsedRow =
  | {
      readonly position: number;
      readonly code: string;
      readonly name: string;
      readonly row: ItemRow;
      readonly reasons: readonly Reason[];
    }
  | {
      readonly position: number;
      readonly code: string;
      readonly name: string;
      readonly row: undefined;
      readonly reasons: readonly Reason[];
    };
