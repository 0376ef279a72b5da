import type { ImportedRow } from './import-items.ts';
import type { ItemView } from './item.kind.ts';

export type ServiceItemMapper = ItemView;
export type ImportedItemMapper = ImportedRow;
