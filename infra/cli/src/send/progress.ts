import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { RowOutcome } from './report.ts';

export type Counts = Readonly<Record<RowOutcome, number>>;
export const NOTHING_COUNTED: Counts = { TAKEN: 0, CHANGED: 0, UNCHANGED: 0, REFUSED: 0 };

export interface Progress {
  /** Of the file and the gateway: progress with another file is none. */
  readonly file: string;
  /** Rows of the file that have been answered for, in its order. */
  readonly rows: number;
  readonly counts: Counts;
}

/** How far an import came, beside its report: written after each batch, gone when it has run through. */
export function progressFile(path: string, file: string) {
  return {
    read: (): Progress => {
      const none = { file, rows: 0, counts: NOTHING_COUNTED };
      if (!existsSync(path)) return none;
      const found = JSON.parse(readFileSync(path, 'utf8')) as Progress;
      return found.file === file ? found : none;
    },
    write: (progress: Omit<Progress, 'file'>) => {
      // Renamed, so that a crash leaves the old one or the new one.
      writeFileSync(`${path}.new`, JSON.stringify({ file, ...progress }));
      renameSync(`${path}.new`, path);
    },
    remove: () => {
      rmSync(path, { force: true });
    },
  };
}

export async function digestOfFile(path: string, gateway: string): Promise<string> {
  const hash = createHash('sha256').update(gateway);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}
