import { createHash, randomUUID } from 'node:crypto';
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
export const NOTHING_COUNTED: Counts = {
  TAKEN: 0,
  CHANGED: 0,
  PROPOSED: 0,
  UNCHANGED: 0,
  REFUSED: 0,
};

export interface Progress {
  /** Of the file and the gateway: progress with another file is none. */
  readonly file: string;
  /** Of this import, however often it is started again. */
  readonly importId: string;
  /** Rows of the file that have been answered for, in its order. */
  readonly rows: number;
  readonly counts: Counts;
  /** How long the report was then: what was written behind it is written again. */
  readonly reported: number;
}

/** How far an import came, beside its report: written after each batch, gone when it has run through. */
export function progressFile(path: string, file: string) {
  return {
    read: (): Progress => {
      const found = existsSync(path)
        ? (JSON.parse(readFileSync(path, 'utf8')) as Progress)
        : undefined;
      if (found?.file === file) return found;
      return { file, importId: randomUUID(), rows: 0, counts: NOTHING_COUNTED, reported: 0 };
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

/** Of the file and of all that makes its rows mean something else: the gateway, the region. */
export async function digestOfFile(path: string, ...others: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(others));
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}
