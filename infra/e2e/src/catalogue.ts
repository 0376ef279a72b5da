import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/runtime/embedded';

/** The district's published catalogue, of 421 items. */
export const WHOLE_CATALOGUE = 'infra/local/data/catalogue-511602.tsv';

/** A file with the rows that the real catalogue has of one department, as they stand there. */
export function partOfCatalogue(departmentCode: string): string {
  const text = readFileSync(join(workspaceRoot(process.cwd()), WHOLE_CATALOGUE), 'utf8');
  const [header = '', ...rows] = text.trimEnd().split('\n');
  const column = header.split('\t').indexOf('dept_code');
  const own = rows.filter((row) => row.split('\t')[column] === departmentCode);
  if (own.length === 0) throw new Error(`The catalogue has nothing of ${departmentCode}`);
  const file = join(mkdtempSync(join(tmpdir(), 'onewindow-catalogue-')), 'catalogue.tsv');
  writeFileSync(file, [header, ...own, ''].join('\n'));
  return file;
}
