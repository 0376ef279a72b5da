import type { FieldReader } from './field-reader.ts';
import type { RowLimit } from './item-row.ts';
import type { Fields } from './source-record.ts';
import { textOf } from './table-access.ts';

const LONGEST_LIMIT = 3650;

/** A limit in days: 0 says that there is none (or handling is immediate), anything else odd is left out. */
export function limitOf(
  read: FieldReader,
  fields: Fields,
  { day, type }: { readonly day: string; readonly type: string },
): RowLimit | null {
  const raw = textOf(fields[day]);
  if (raw === '') return null;
  const value = Number(raw.replace(/\s*(?:个)?(?:工作日|自然日|天|日)$/u, ''));
  if (value === 0) {
    read.note('LIMIT_ZERO', day);
    return null;
  }
  if (!Number.isInteger(value) || value < 0 || value > LONGEST_LIMIT) {
    read.note('LIMIT_INVALID', `${day}=${raw}`);
    return null;
  }
  return {
    value,
    unit: raw.includes('自然日') ? 'CALENDAR_DAYS' : unitOf(read, fields, type),
  };
}

/** Periods are working days unless the row says calendar days (行政许可法 82). */
function unitOf(read: FieldReader, fields: Fields, type: string): RowLimit['unit'] {
  const unit = read.code(fields, type, { '1': 'WORKING_DAYS', '2': 'CALENDAR_DAYS' });
  return unit === 'CALENDAR_DAYS' ? 'CALENDAR_DAYS' : 'WORKING_DAYS';
}

/** The same rule as in items' `time-limit.ts`: a promise is never longer than the law's limit (002:24). */
export function isLonger(promised: RowLimit, statutory: RowLimit): boolean {
  return promised.unit === statutory.unit
    ? promised.value > statutory.value
    : span(promised) > span(statutory);
}

function span({ value, unit }: RowLimit): number {
  return unit === 'CALENDAR_DAYS' ? value : value + 2 * Math.floor(value / 5);
}

/** Both limits of an item. A promise that outlasts the law is not taken; the row is. */
export function limitsOf(
  read: FieldReader,
  item: Fields,
  immediate: boolean,
): { readonly statutoryLimit: RowLimit | null; readonly committedLimit: RowLimit | null } {
  const statutoryLimit = limitOf(read, item, { day: 'anticipate_day', type: 'anticipate_type' });
  const promised = limitOf(read, item, { day: 'promise_day', type: 'promise_type' });
  if (promised === null && !immediate) read.note('PROMISE_MISSING');
  if (promised === null || statutoryLimit === null || !isLonger(promised, statutoryLimit))
    return { statutoryLimit, committedLimit: promised };
  read.note(
    'PROMISE_TOO_LONG',
    `${promised.value.toString()} > ${statutoryLimit.value.toString()}`,
  );
  return { statutoryLimit, committedLimit: null };
}
