import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Discrepancy, VerifyOptions, VerifyStep } from '@onewindow/persistence';

/** How far a run came, and what it had found: what an interrupted one goes on from. */
export interface Progress {
  readonly from: NonNullable<VerifyOptions['from']>;
  readonly looked: number;
  readonly found: readonly Discrepancy[];
}

export const NOTHING_YET: Progress = { from: {}, looked: 0, found: [] };

/** What a step adds. */
export function withStep(progress: Progress, step: VerifyStep): Progress {
  const place = step.after === undefined ? 'done' : { after: step.after };
  return {
    from: { ...progress.from, [`${step.program}/${step.collection}`]: place },
    looked: progress.looked + step.looked,
    found: [...progress.found, ...step.found],
  };
}

/** The progress of an interrupted run, or none. A file that cannot be read begins from the start. */
export function readProgress(file: string): Progress {
  if (!existsSync(file)) return NOTHING_YET;
  try {
    const { from, looked, found } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Progress>;
    if (from === undefined || looked === undefined || found === undefined) return NOTHING_YET;
    return { from, looked, found };
  } catch (error) {
    if (error instanceof SyntaxError) return NOTHING_YET;
    throw error;
  }
}

/** Written whole or not at all: a crash leaves the step before. */
export function writeProgress(file: string, progress: Progress): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(progress), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function forgetProgress(file: string): void {
  rmSync(file, { force: true });
}
