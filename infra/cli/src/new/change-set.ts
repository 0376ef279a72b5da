import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files to make and to change, all of them or none. Nothing is written before `write`. */
export interface ChangeSet {
  /** A new file. Throws when it is there already. */
  readonly add: (path: string, text: string) => void;
  /** A file that is there, as it will be. Throws when it is missing. */
  readonly read: (path: string) => string;
  /** Changes a file that is there. `edit` throws when it does not find the place that it looks for. */
  readonly edit: (path: string, edit: (text: string) => string) => void;
  /** Formats and writes everything. When a file can't be written, all others are put back. */
  readonly write: () => Promise<readonly string[]>;
}

/** `format`: a file's text as the checkout's formatter has it. */
export function changeSet(
  root: string,
  format: (path: string, text: string) => Promise<string>,
): ChangeSet {
  const texts = new Map<string, string>();
  const read = (path: string): string => {
    const changed = texts.get(path);
    if (changed !== undefined) return changed;
    if (!existsSync(join(root, path))) throw new Error(`${path} is not there.`);
    return readFileSync(join(root, path), 'utf8');
  };
  return {
    read,
    add: (path, text) => {
      if (texts.has(path) || existsSync(join(root, path))) throw new Error(`${path} is there.`);
      texts.set(path, text);
    },
    edit: (path, edit) => {
      texts.set(path, edit(read(path)));
    },
    write: async () => {
      const formatted: (readonly [string, string])[] = [];
      for (const [path, text] of texts) {
        formatted.push([path, await format(join(root, path), text)]);
      }
      writeAll(root, formatted);
      return [...texts.keys()].sort();
    },
  };
}

/** Writes all files, or leaves everything as it was: also no folder that was not there. */
function writeAll(root: string, files: readonly (readonly [path: string, text: string])[]): void {
  const undo: (() => void)[] = [];
  try {
    for (const [path, text] of files) {
      const file = join(root, path);
      const before = existsSync(file) ? readFileSync(file) : undefined;
      const made = mkdirSync(dirname(file), { recursive: true });
      undo.push(() => {
        if (before === undefined) rmSync(file, { force: true });
        else writeFileSync(file, before);
        if (made !== undefined) rmSync(made, { recursive: true, force: true });
      });
      writeFileSync(file, text);
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
}
