import { officialCode } from '@onewindow/kernel';
import { dateOf } from './date-of.ts';
import type { FieldReader } from './field-reader.ts';
import { isElsewhere } from './region-codes.ts';
import type { Fields, SourceRecord } from './source-record.ts';
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
  /** Milliseconds since 1970; 0 when none is told that can be read. */
  readonly date: number;
}

export function identify(read: FieldReader, record: ReadableRecord): Identity {
  const fields = record.kind === 'NATIONAL' ? record.item : record.fields;
  const code = codeIn(read, fields, 'task_code', 'item_code');
  return {
    code,
    name: read.text(fields, 'task_name', 'item_name', 'name'),
    departmentName: read.text(fields, 'dept_name', 'department'),
    departmentCode: codeIn(read, fields, 'dept_code'),
    regionCode: regionOf(read, read.text(fields, 'areacode', 'area_code'), code),
    typeCode: textOf(fields['task_type']),
    version: versionOf(read, fields),
    date: newestDate(read, fields),
  };
}

/** In one spelling: a code in small letters or full width is the same code. */
function codeIn(read: FieldReader, fields: Fields, ...names: readonly string[]): string | null {
  const code = read.text(fields, ...names);
  return code === null ? null : officialCode(code);
}

/** A whole number (`3`, `3.0`, `V3`, `第3版`); what can't be one is reported. */
function versionOf(read: FieldReader, fields: Fields): number | null {
  const told = textOf(fields['task_version']).normalize('NFKC');
  if (told === '') return null;
  const version = Number(/^(?:V|第)?(-?\d{1,10})(?:\.0+)?版?$/iu.exec(told)?.[1] ?? Number.NaN);
  if (Number.isInteger(version) && Math.abs(version) < 2 ** 31) return version;
  read.note('VERSION_INVALID', `task_version=${told}`);
  return null;
}

const DATES = ['operatedate', 'version_date', 'publishdate'];

/** The first that can be read; one that can't is reported, since without it a newer row may lose. */
function newestDate(read: FieldReader, fields: Fields): number {
  for (const name of DATES) {
    const told = dateOf(fields[name]);
    if (told.kind === 'DATE') return told.at;
    if (told.kind === 'INVALID') read.note('DATE_INVALID', `${name}=${textOf(fields[name])}`);
  }
  return 0;
}

/** The row's own, or the one inside the newer item codes (`…-511602000000-…`). */
function regionOf(read: FieldReader, told: string | null, code: string | null): string | null {
  const inside = /-(\d{12})-/u.exec(code ?? '')?.[1] ?? null;
  const own = told?.normalize('NFKC') ?? null;
  if (own === null) return inside;
  if (!/^(?:\d{6}|\d{9}|\d{12})$/u.test(own)) {
    read.note('REGION_INVALID', own);
    return inside;
  }
  if (inside !== null && isElsewhere(own, inside)) read.note('REGION_DIFFERS', `${own}, ${inside}`);
  return own;
}
