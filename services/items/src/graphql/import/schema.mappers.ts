import type { ImportedRow } from '../../commands/import-items.ts';

export type ImportedItemMapper = ImportedRow;
