import { readLines } from './read-lines.ts';
import { reason, type Reason } from './reasons.ts';
import type { Fields, SourceRecord } from './source-record.ts';
import { splitRecord } from './split-record.ts';

/** A record in quotes over more lines than this is a quote that was never closed. */
const LONGEST_RECORD = 20;

const COLUMNS: Readonly<Record<string, string>> = {
  部门: 'department',
  部门名称: 'department',
  dept_name: 'department',
  dept: 'department',
  事项名称: 'name',
  项目名称: 'name',
  task_name: 'name',
  item_name: 'name',
  事项编码: 'item_code',
  code: 'item_code',
  task_code: 'item_code',
  事项类型: 'task_type',
  item_type: 'task_type',
  type: 'task_type',
  部门编码: 'dept_code',
  department_code: 'dept_code',
  区划编码: 'area_code',
  行政区划代码: 'area_code',
  areacode: 'area_code',
  region_code: 'area_code',
};
const WANTED = ['name', 'item_code', 'department', 'dept_code', 'task_type', 'area_code'];

/** The rows of a catalogue as text: the header names the columns, in any order. */
export async function* readTable(chunks: AsyncIterable<string>): AsyncGenerator<SourceRecord> {
  let header: readonly string[] | undefined;
  let position = 0;
  for await (const values of records(chunks, () => header?.length)) {
    if (header === undefined) {
      header = values.map(columnName);
      for (const column of missingColumns(header))
        yield { position: 0, kind: 'BROKEN', reason: reason('MISSING_COLUMN', column) };
      continue;
    }
    position += 1;
    yield tableRow(position, header, values);
  }
}

export function missingColumns(header: readonly string[]): readonly string[] {
  return WANTED.filter((column) => !header.includes(column));
}

function tableRow(
  position: number,
  header: readonly string[],
  values: readonly string[],
): SourceRecord {
  const broken = (because: Reason) => ({ position, kind: 'BROKEN', reason: because }) as const;
  if (values.every((value) => value.trim() === '')) return broken(reason('EMPTY_ROW'));
  if (values.slice(header.length).some((value) => value.trim() !== ''))
    return broken(
      reason('TOO_MANY_FIELDS', `${values.length.toString()} > ${header.length.toString()}`),
    );
  const fields: Fields = Object.fromEntries(
    header.map((column, index) => [column, values[index] ?? '']),
  );
  return { position, kind: 'TABLE_ROW', fields, notes: [] };
}

/**
 * Lines put together where a quote is open. What is put together must have the header's number of
 * fields; a quote that closes nowhere, or somewhere in another row, is a character like any other.
 */
async function* records(
  chunks: AsyncIterable<string>,
  widthNow: () => number | undefined,
): AsyncGenerator<readonly string[]> {
  let open: string[] = [];
  let delimiter = '\t';
  for await (const raw of readLines(chunks)) {
    const width = widthNow();
    const line = width === undefined ? raw.replace(/^\ufeff/u, '') : raw;
    if (width === undefined) {
      if (line.trim() === '') continue;
      delimiter = delimiterOf(line);
    }
    // A line that is a whole row by itself is no part of a field that was never closed.
    if (open.length > 0 && isRow(line, delimiter, width)) {
      yield* eachAlone(open, delimiter);
      open = [];
    }
    open.push(line);
    const split = splitRecord(open.join('\n'), delimiter);
    if (!split.open && (open.length === 1 || split.fields.length === width)) {
      yield split.fields;
      open = [];
    } else if (!split.open || open.length >= LONGEST_RECORD) {
      yield* eachAlone(open, delimiter);
      open = [];
    }
  }
  yield* eachAlone(open, delimiter);
}

function isRow(line: string, delimiter: string, width: number | undefined): boolean {
  const fields = line.split(delimiter);
  const balanced = fields.every((field) => field.split('"').length % 2 === 1);
  return fields.length > 1 && fields.length === width && balanced;
}

function* eachAlone(lines: readonly string[], delimiter: string): Generator<readonly string[]> {
  for (const line of lines) {
    const { fields, open } = splitRecord(line, delimiter);
    yield open ? line.split(delimiter) : fields;
  }
}

function delimiterOf(header: string): string {
  return ['\t', ',', ';', '|'].find((delimiter) => header.includes(delimiter)) ?? '\t';
}

function columnName(raw: string): string {
  const name = raw
    .replace(/^\ufeff/u, '')
    .trim()
    .toLowerCase();
  return Object.hasOwn(COLUMNS, name) ? (COLUMNS[name] ?? name) : name;
}
