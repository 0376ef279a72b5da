import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Instant } from '@onewindow/kernel';

/** The file that the business clocks of all programs go by (`businessClock` of the runtime). */
export interface ClockFile {
  /** They stand at this moment. */
  readonly set: (at: Instant) => void;
  /** They tell the real time again. */
  readonly release: () => void;
}

export function createClockFile(file: string): ClockFile {
  const draft = `${file}.next`;
  return {
    set: (at) => {
      // Renamed into place: a program that reads half a file would take the real time for a moment.
      writeFileSync(draft, at);
      renameSync(draft, file);
    },
    release: () => {
      rmSync(file, { force: true });
    },
  };
}
