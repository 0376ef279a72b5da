import { encodingFault } from './encoding-fault.ts';
import { findHeader, missingColumns, type Header } from './find-header.ts';
import { readLines } from './read-lines.ts';
import { reason, type Reason } from './reasons.ts';
import type { Fields, SourceRecord } from './source-record.ts';
import { splitRecord } from './split-record.ts';

/** A record in quotes over more lines than this is a quote that was never closed. */
const LONGEST_RECORD = 20;

/**
 * The rows of a catalogue as text: the header names the columns, in any order. Columns that are
 * missing come first, at position 0. Throws `NotACatalogue` for a text that has no header.
 */
export async function* readTable(chunks: AsyncIterable<string>): AsyncGenerator<SourceRecord> {
  let end = '';
  const lines = readLines(watched(chunks, (chunk) => (end = chunk.slice(-1))));
  const header = await findHeader(lines);
  for (const column of missingColumns(header))
    yield { position: 0, kind: 'BROKEN', reason: reason('MISSING_COLUMN', column) };
  let position = 0;
  let last: readonly string[] | undefined;
  for await (const values of records(lines, header)) {
    if (last !== undefined) yield tableRow(position, header.columns, last);
    position += 1;
    last = values;
  }
  if (last === undefined) return;
  const row = tableRow(position, header.columns, last);
  yield /[\r\n]/u.test(end) ? row : openRow(row, last.length < header.columns.length);
}

/** The last line when nothing ends it: cut off when it lacks columns, and to be looked at when not. */
function openRow(row: SourceRecord, lacksColumns: boolean): SourceRecord {
  if (row.kind !== 'TABLE_ROW') return row;
  const { position } = row;
  return lacksColumns
    ? { position, kind: 'BROKEN', reason: reason('CUT_OFF') }
    : { ...row, notes: [...row.notes, reason('LAST_LINE_OPEN')] };
}

async function* watched(
  chunks: AsyncIterable<string>,
  watch: (chunk: string) => void,
): AsyncGenerator<string> {
  for await (const chunk of chunks) {
    if (chunk !== '') watch(chunk);
    yield chunk;
  }
}

function tableRow(
  position: number,
  header: readonly string[],
  values: readonly string[],
): SourceRecord {
  const broken = (because: Reason) => ({ position, kind: 'BROKEN', reason: because }) as const;
  const fault = encodingFault(values.join('\t'));
  if (fault !== undefined) return broken(reason('ENCODING_INVALID', fault));
  if (values.every((value) => value.trim() === '')) return broken(reason('EMPTY_ROW'));
  if (values.slice(header.length).some((value) => value.trim() !== ''))
    return broken(
      reason('TOO_MANY_FIELDS', `${values.length.toString()} > ${header.length.toString()}`),
    );
  // Of two columns of one name the first that says something counts: entries are set from behind.
  const entries = header.map((column, index) => [column, values[index] ?? ''] as const);
  const told = entries.filter(([, value]) => value.trim() !== '').toReversed();
  const fields: Fields = Object.fromEntries([...entries, ...told]);
  return { position, kind: 'TABLE_ROW', fields, notes: [] };
}

/**
 * Lines put together where a quote is open. What is put together must have the header's number of
 * fields; a quote that closes nowhere, or somewhere in another row, is a character like any other.
 */
async function* records(
  lines: AsyncIterable<string>,
  { columns, delimiter }: Header,
): AsyncGenerator<readonly string[]> {
  const width = columns.length;
  let open: string[] = [];
  for await (const line of lines) {
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

function isRow(line: string, delimiter: string, width: number): boolean {
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
