import type { FieldReader } from './field-reader.ts';
import type { RowMaterial } from './item-row.ts';
import { MATERIAL_FORMS, MATERIAL_SOURCES, MATERIAL_TYPES, NECESSITIES } from './national-codes.ts';
import { inOrder } from './in-order.ts';
import type { Fields } from './source-record.ts';

const LONGEST_ID = 100;

export function materialsOf(read: FieldReader, rows: readonly Fields[]): readonly RowMaterial[] {
  const ids = new Set<string>();
  return inOrder(rows).flatMap((row) => {
    const name = read.name(row, 'material_name', 'name');
    if (name === null) {
      read.note('MATERIAL_UNNAMED');
      return [];
    }
    const id = read.text(row, 'materialid', 'material_id', 'rowguid');
    const free = id !== null && id.length <= LONGEST_ID && !ids.has(id);
    if (free) ids.add(id);
    return [material(read, row, { id: free ? id : null, name })];
  });
}

function material(
  read: FieldReader,
  row: Fields,
  known: { readonly id: string | null; readonly name: string },
): RowMaterial {
  return {
    ...known,
    // What nobody calls unnecessary is asked for.
    necessity: read.code(row, 'is_need', NECESSITIES) ?? 'NECESSARY',
    form: read.code(row, 'material_form', MATERIAL_FORMS),
    type: read.code(row, 'material_type', MATERIAL_TYPES),
    source: read.code(row, 'source_type', MATERIAL_SOURCES),
    sourceNote: read.text(row, 'source_explain'),
    originals: read.count(row, 'original_amount'),
    copies: read.count(row, 'copy_amount'),
    basis: read.text(row, 'by_law'),
    acceptanceStandard: read.text(row, 'accept_stand'),
    remark: read.text(row, 'remark'),
  };
}
