import { columnName, WANTED_COLUMNS } from './column-names.ts';
import { NotACatalogue } from './not-a-catalogue.ts';
import { splitRecord } from './split-record.ts';

export interface Header {
  readonly columns: readonly string[];
  readonly delimiter: string;
}

/** Titles and remarks may stand above the header. */
const LOOKED_AT = 20;
const DELIMITERS = ['\t', ',', ';', '|', '，'];

/** Reads up to the line that names the columns. Throws `NotACatalogue` where none does. */
export async function findHeader(lines: AsyncIterator<string>): Promise<Header> {
  let first: string | undefined;
  for (let seen = 0; seen < LOOKED_AT;) {
    const next = await lines.next();
    if (next.done === true) break;
    const line = next.value.replace(/^\ufeff/u, '');
    if (line.trim() === '') continue;
    seen += 1;
    first ??= line;
    const found = DELIMITERS.map((delimiter) => headerOf(line, delimiter)).toSorted(
      (a, b) => known(b) - known(a),
    )[0];
    if (found !== undefined && isHeader(found)) return found;
  }
  throw new NotACatalogue(
    first === undefined
      ? 'The file is empty. 文件为空。'
      : `The file is neither a table of items nor the national JSON format: no line names the columns ${WANTED_COLUMNS.join(', ')} (事项名称, 事项编码, 部门 …). It begins with “${excerpt(first)}”. 无法识别的文件格式。`,
  );
}

export function missingColumns({ columns }: Header): readonly string[] {
  return WANTED_COLUMNS.filter((column) => !columns.includes(column));
}

function headerOf(line: string, delimiter: string): Header {
  return { columns: splitRecord(line, delimiter).fields.map(columnName), delimiter };
}

function known({ columns }: Header): number {
  return WANTED_COLUMNS.filter((column) => columns.includes(column)).length;
}

function isHeader(header: Header): boolean {
  const { columns } = header;
  return known(header) > 1 && (columns.includes('name') || columns.includes('item_code'));
}

function excerpt(line: string): string {
  return line.replace(/[^\p{L}\p{N}\p{P}\p{S} ]+/gu, ' ').slice(0, 40);
}
