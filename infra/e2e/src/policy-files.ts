import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/runtime/embedded';

/**
 * The texts of `infra/e2e/policy/<file>` and of `infra/e2e/policy/<noun>/<file>`, as far as they are there, each with
 * its path from `policy`. A new noun brings a folder of its own, so that nobody writes into the others' tables.
 */
export function policyFiles(
  file: string,
): readonly { readonly path: string; readonly text: string }[] {
  const home = join(workspaceRoot(process.cwd()), 'infra/e2e/policy');
  const nouns = readdirSync(home)
    .filter((name) => statSync(join(home, name)).isDirectory())
    .sort();
  return [file, ...nouns.map((noun) => `${noun}/${file}`)]
    .filter((path) => existsSync(join(home, path)))
    .map((path) => ({ path, text: readFileSync(join(home, path), 'utf8') }));
}

/** The lines of a table of the policy, of all its files, each of its columns filled. Throws for any other. */
export function policyTable(
  file: string,
  columns: readonly string[],
): readonly (readonly string[])[] {
  return policyFiles(file).flatMap(({ path, text }) => {
    const [header, ...lines] = text.trimEnd().split('\n');
    if (header !== columns.join('\t'))
      throw new Error(`${path}: columns are not ${columns.join(', ')}`);
    return lines.map((line, index) => {
      const cells = line.split('\t');
      if (cells.length !== columns.length || cells.some((cell) => cell === '')) {
        throw new Error(`${path}: line ${index + 2} lacks a column`);
      }
      return cells;
    });
  });
}
