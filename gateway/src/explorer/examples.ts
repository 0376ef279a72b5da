import { readdirSync, readFileSync } from 'node:fs';

/** The queries that the explorer opens with: the `.graphql` files of a folder, by name. */
export function readExamples(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
}
