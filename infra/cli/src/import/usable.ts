import type { Identity, ReadableRecord } from './identify.ts';
import { reason, type Reason } from './reasons.ts';
import { flagOf } from './national-codes.ts';

/** Letters, digits and the signs that codes are put together with; a number of Excel (5.1E+30) is none. */
export const CODE = /^(?!\d+(?:\.\d+)?E\+)[0-9A-Z][0-9A-Z_.()（）/-]{3,99}$/iu;

/** Why a row can't be taken whatever else stands in the file. */
export function faultOf(
  { code, name, departmentName, departmentCode, regionCode }: Identity,
  record: ReadableRecord,
  fallbackRegion: string | undefined,
): Reason | undefined {
  if (code === null && name === null) return reason('NO_ITEM');
  if (code === null) return reason('CODE_MISSING');
  if (!CODE.test(code)) return reason('CODE_INVALID', code);
  if (name === null) return reason('NAME_MISSING');
  if (departmentCode === null && departmentName === null) return reason('DEPARTMENT_MISSING');
  if (regionCode === null && fallbackRegion === undefined) return reason('REGION_MISSING');
  return isHistory(record) ? reason('HISTORICAL') : undefined;
}

function isHistory(record: ReadableRecord): boolean {
  return record.kind === 'NATIONAL' && flagOf(record.item['is_history']) === true;
}
