import type { ImportSummary } from './import-file.ts';

/** More rows were refused than whoever started the import puts up with. */
export class TooManyRefused extends Error {
  override readonly name = 'TooManyRefused';
}

/** Throws `TooManyRefused` when every row was refused, or a larger share than `percent` of them. */
export function assertEnoughTaken(
  { rows, counts }: Pick<ImportSummary, 'rows' | 'counts'>,
  percent: number,
): void {
  const { REFUSED: refused } = counts;
  if (refused === 0 || (refused < rows && refused * 100 <= percent * rows)) return;
  const share = `${refused.toString()} of ${rows.toString()}`;
  throw new TooManyRefused(
    `${share} rows were refused, more than is let pass; the report says why. 被拒绝的行过多，原因见报告。`,
  );
}
