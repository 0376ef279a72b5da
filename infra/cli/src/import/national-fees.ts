import type { FieldReader } from './field-reader.ts';
import type { ItemRowContent } from './item-row.ts';
import { named } from './in-order.ts';
import { YES_OR_NO } from './national-codes.ts';
import type { Fields } from './source-record.ts';

/** Whether an item is charged for, and for what: silence is neither yes nor no. */
export function feesOf(
  read: FieldReader,
  item: Fields,
  rows: readonly Fields[],
): Pick<ItemRowContent, 'chargesFee' | 'fees'> {
  const told = read.code(item, 'is_fee', YES_OR_NO);
  const fees = named(
    read,
    'charge_name',
    'charge_item_name',
    'charge_item',
    'fee_name',
    'name',
  )(rows, (row, name) => ({
    name,
    standard: read.text(row, 'charge_stand', 'charge_standard', 'fee_standard', 'standard'),
    basis: read.text(row, 'by_law', 'charge_basis', 'fee_basis', 'law_name', 'basis'),
    amount: amountOf(read, row),
  }));
  if (told === null && fees.length === 0) return { chargesFee: null, fees };
  if (told === 'YES' && fees.length === 0) read.note('FEE_WITHOUT_DETAIL');
  return { chargesFee: told === 'YES' || fees.length > 0, fees };
}

function amountOf(read: FieldReader, row: Fields): string | null {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?\s*元?$/u.exec(read.text(row, 'amount', 'price') ?? '');
  return match === null ? null : `${match[1] ?? '0'}.${(match[2] ?? '').padEnd(2, '0')}`;
}
