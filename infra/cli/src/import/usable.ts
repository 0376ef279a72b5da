import type { Identity, ReadableRecord } from './identify.ts';
import { reason, type Reason } from './reasons.ts';
import { flagOf } from './national-codes.ts';
import { textOf } from './table-access.ts';

/** Letters, digits and the signs that codes are put together with; a number of Excel (5.1E+30) is none. */
const CODE = /^(?!\d+(?:\.\d+)?E\+)[0-9A-Z][0-9A-Z_.()（）/-]{3,99}$/iu;

/** The newer codes of a province: what was cut off has fewer parts. */
const LONG_SHAPE = /^[0-9A-Z]{8,}-\d/u;
const LONG_CODE = /^[0-9A-Z]{8,}-\d{12}-\d{3}-[0-9A-Z_-]+-\d-\d{2}$/u;
/** The national code of an implemented item: that of the organ (18), then 13 digits, or 15 of its handling item. */
const NATIONAL_SHAPE = /^1[12][0-9A-Z]{17,}$/u;
const NATIONAL_CODE = /^[0-9A-Z]{31}(?:[0-9A-Z]{2})?$/u;

/** Whether this can be a code: one of a known shape must have all of it, so that half of one is none. */
export function isCode(code: string): boolean {
  if (LONG_SHAPE.test(code)) return LONG_CODE.test(code);
  if (NATIONAL_SHAPE.test(code)) return NATIONAL_CODE.test(code);
  return CODE.test(code);
}

/** Why a row can't be taken whatever else stands in the file. */
export function faultOf(
  { code, name, departmentName, departmentCode, regionCode }: Identity,
  record: ReadableRecord,
  fallbackRegion: string | undefined,
): Reason | undefined {
  if (code === null && name === null) return reason('NO_ITEM');
  const damaged = damagedField(record);
  if (damaged !== undefined) return reason('TEXT_DAMAGED', damaged);
  if (code === null) return reason('CODE_MISSING');
  if (!isCode(code)) return reason('CODE_INVALID', code);
  if (name === null) return reason('NAME_MISSING');
  if (departmentCode === null && departmentName === null) return reason('DEPARTMENT_MISSING');
  if (regionCode === null && fallbackRegion === undefined) return reason('REGION_MISSING');
  return isHistory(record) ? reason('HISTORICAL') : undefined;
}

function isHistory(record: ReadableRecord): boolean {
  return record.kind === 'NATIONAL' && flagOf(record.item['is_history']) === true;
}

/** What tells items apart must be whole: a character that another program could not read is none. */
function damagedField(record: ReadableRecord): string | undefined {
  const fields = record.kind === 'NATIONAL' ? record.item : record.fields;
  return TELLING.find((field) => textOf(fields[field]).includes('\ufffd'));
}

const TELLING = [
  ...['task_name', 'item_name', 'name', 'task_code', 'item_code'],
  ...['dept_name', 'department', 'dept_code'],
];
