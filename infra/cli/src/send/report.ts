import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { inWords, type Reason } from '../import/reasons.ts';

export type RowOutcome = 'TAKEN' | 'CHANGED' | 'UNCHANGED' | 'REFUSED';

export interface ReportRow {
  readonly position: number;
  readonly code: string;
  readonly name: string;
  readonly outcome: RowOutcome;
  readonly reasons: readonly Reason[];
}

const HEADER = ['row', 'code', 'name', 'outcome', 'reason_codes', 'reasons_zh', 'reasons_en'];

/** The report: a line for each row of the file, with what became of it and why. */
export function createReport(path: string, { resumed }: { readonly resumed: boolean }) {
  mkdirSync(dirname(path), { recursive: true });
  const out = createWriteStream(path, { flags: resumed ? 'a' : 'w' });
  if (!resumed) out.write(`\ufeff${HEADER.join('\t')}\n`);
  return {
    write: (rows: readonly ReportRow[]) =>
      new Promise<void>((resolve, reject) => {
        const text = rows.map(reportLine).join('');
        out.write(text, (error) => {
          if (error) reject(error);
          else resolve();
        });
      }),
    close: () => new Promise<void>((resolve) => out.end(resolve)),
  };
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
