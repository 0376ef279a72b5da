import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParsedRow } from '../src/import/parsed-row.ts';
import { readCatalogue } from '../src/import/read-catalogue.ts';
import type { Survey } from '../src/import/survey-file.ts';

/** Reads a file of this content as the importer would. */
export async function reading(
  content: string | Uint8Array,
  { name = 'catalogue.txt', region }: { readonly name?: string; readonly region?: string } = {},
): Promise<{ readonly survey: Survey; readonly rows: readonly ParsedRow[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-import-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, content);
    return await readingFile(path, region);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function readingFile(path: string, region?: string) {
  const catalogue = await readCatalogue(path, region === undefined ? {} : { region });
  const rows: ParsedRow[] = [];
  for await (const row of catalogue.rows()) rows.push(row);
  return { survey: catalogue.survey, rows };
}

export const codesOf = ({ reasons }: ParsedRow) => reasons.map(({ code }) => code);

export async function* chunksOf(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size)
    yield await Promise.resolve(text.slice(at, at + size));
}

/** An item in the many-items envelope, with nothing wrong in it. */
export function anItem(
  fields: Readonly<Record<string, unknown>> = {},
  tables: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    AUDIT_ITEM: {
      task_code: '11450721008115371844520040200A0',
      task_name: '可行性研究报告审批',
      task_type: '01',
      project_type: '2',
      dept_name: '灵山县发展和改革局',
      dept_code: '114507210081153718',
      areacode: '450721',
      promise_day: 5,
      promise_type: '1',
      anticipate_day: 20,
      anticipate_type: '1',
      is_fee: '0',
      link_way: '0777-0000000',
      ...fields,
    },
    AUDIT_ITEM_BYLAW: [{ law_name: '《某办法》' }],
    ...tables,
  };
}

export function envelope(list: readonly unknown[]): string {
  return JSON.stringify({ STATUS: { CODE: '00', TEXT: '' }, data: { LASTTIMESTAMP: 1, list } });
}
