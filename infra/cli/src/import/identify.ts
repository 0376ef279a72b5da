import { dateOf } from './date-of.ts';
import type { FieldReader } from './field-reader.ts';
import type { SourceRecord } from './source-record.ts';
import { textOf } from './table-access.ts';

export type ReadableRecord = Exclude<SourceRecord, { kind: 'BROKEN' }>;

/** What a row is about: its code, whose it is, and how new it is. */
export interface Identity {
  readonly code: string | null;
  readonly name: string | null;
  readonly departmentName: string | null;
  readonly departmentCode: string | null;
  readonly regionCode: string | null;
  readonly typeCode: string;
  readonly version: number | null;
  readonly date: number;
}

export function identify(read: FieldReader, record: ReadableRecord): Identity {
  const fields = record.kind === 'NATIONAL' ? record.item : record.fields;
  const code = read.text(fields, 'task_code', 'item_code');
  const version = Number(textOf(fields['task_version']) || Number.NaN);
  return {
    code,
    name: read.text(fields, 'task_name', 'item_name', 'name'),
    departmentName: read.text(fields, 'dept_name', 'department'),
    departmentCode: read.text(fields, 'dept_code'),
    regionCode: regionOf(read.text(fields, 'areacode', 'area_code'), code),
    typeCode: textOf(fields['task_type']),
    version: Number.isInteger(version) && Math.abs(version) < 2 ** 31 ? version : null,
    date:
      dateOf(fields['operatedate']) ||
      dateOf(fields['version_date']) ||
      dateOf(fields['publishdate']),
  };
}

/** The row's own, or the one inside the newer item codes (`…-511602000000-…`). */
function regionOf(told: string | null, code: string | null): string | null {
  if (told !== null && /^(?:\d{6}|\d{9}|\d{12})$/u.test(told)) return told;
  return /-(\d{12})-/u.exec(code ?? '')?.[1] ?? null;
}
