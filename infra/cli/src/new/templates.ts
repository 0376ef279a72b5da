import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

type Spellings = readonly (readonly [string, string])[];

/** A text of the templates with the names of what is made. `a sample matter` becomes `an inspection`. */
export function filled(text: string, spellings: Spellings): string {
  return spellings.reduce((so, [from, to]) => {
    const article = /^[aeiou]/iu.test(to) && !/^[aeiou]/iu.test(from);
    const an = article ? so.replaceAll(new RegExp(`\\b([Aa]) (?=${from})`, 'gu'), '$1n ') : so;
    return an.replaceAll(from, to);
  }, text);
}

/** Where the templates are in a checkout. An image has none. */
export function templatesIn(root: string): string {
  const folder = join(root, 'infra/cli/templates');
  if (!existsSync(folder)) {
    throw new Error('This works in a checkout of One Window only: there are no templates here.');
  }
  return folder;
}

/**
 * All files below a folder of templates, by their paths from there. `.template` at the end of a name is left out: so
 * are named those that tools would take for their own where they lie.
 */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const read = (below: string): void => {
    for (const name of readdirSync(join(folder, below)).sort()) {
      const path = below === '' ? name : `${below}/${name}`;
      if (statSync(join(folder, path)).isDirectory()) read(path);
      else found.set(path.replace(/\.template$/u, ''), readFileSync(join(folder, path), 'utf8'));
    }
  };
  read('');
  return found;
}
