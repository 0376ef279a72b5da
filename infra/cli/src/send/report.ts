import { existsSync, mkdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inWords, type Reason } from '../import/reasons.ts';

export type RowOutcome = 'TAKEN' | 'CHANGED' | 'PROPOSED' | 'UNCHANGED' | 'REFUSED';

export interface ReportRow {
  readonly position: number;
  readonly code: string;
  readonly name: string;
  readonly outcome: RowOutcome;
  readonly reasons: readonly Reason[];
}

const HEADER = ['row', 'code', 'name', 'outcome', 'reason_codes', 'reasons_zh', 'reasons_en'];

/** The report: a line for each row of the file, with what became of it and why. */
export async function openReport(path: string, { from }: { readonly from: number }) {
  mkdirSync(dirname(path), { recursive: true });
  const out = await open(path, from > 0 ? 'r+' : 'w');
  let length = from;
  // A killed import may have written lines that its progress does not know of.
  await out.truncate(from);
  const append = async (text: string) => {
    const { bytesWritten } = await out.write(text, length);
    length += bytesWritten;
  };
  if (from === 0) await append(`\ufeff${HEADER.join('\t')}\n`);
  return {
    write: (rows: readonly ReportRow[]) => append(rows.map(reportLine).join('')),
    length: () => length,
    close: () => out.close(),
  };
}

/** Whether the report is still there, as far as it was written. */
export function hasReport(path: string, length: number): boolean {
  return length > 0 && existsSync(path) && statSync(path).size >= length;
}

export function reportLine({ position, code, name, outcome, reasons }: ReportRow): string {
  const words = reasons.map(inWords);
  const cells = [
    position.toString(),
    code,
    name,
    outcome,
    reasons.map((one) => one.code).join(' '),
    words.map(({ zh }) => zh).join('；'),
    words.map(({ en }) => en).join('; '),
  ];
  return `${cells.map((cell) => cell.replace(/[\t\r\n]+/gu, ' ')).join('\t')}\n`;
}
