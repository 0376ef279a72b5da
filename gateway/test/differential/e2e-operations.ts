import { readdirSync, readFileSync } from 'node:fs';
import { GraphQLError, parse } from 'graphql';

const CONSTANT = /const (\w+) =\s*(?:`([^`]*)`|'([^']*)')/g;
const TEXT = /`([^`]*)`|'([^'\n]*)'/g;
/** What begins with a brace may be a selection as well. */
const OPERATION = /^(?:query|mutation)\b/;

/** The operations that stand in the end-to-end tests as they are, each once; those made of pieces of names are not among them. */
export function e2eOperations(root: string): readonly string[] {
  const sources = ['src', 'test'].flatMap((folder) =>
    readdirSync(`${root}/infra/e2e/${folder}`)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${root}/infra/e2e/${folder}/${file}`, 'utf8')),
  );
  const constants = new Map<string, string>();
  for (const source of sources) {
    for (const [, name = '', template, text] of source.matchAll(CONSTANT))
      constants.set(name, template ?? text ?? '');
  }
  const whole = (text: string) =>
    text.replaceAll(/\$\{(\w+)\}/g, (given, name: string) => constants.get(name) ?? given);
  const texts = sources.flatMap((source) =>
    [...source.matchAll(TEXT)].map(([, template, text]) => whole(template ?? text ?? '')),
  );
  return [...new Set(texts)].filter((text) => OPERATION.test(text) && isWhole(text));
}

/** Not the beginning of one that a test puts together: its own run would tell of an operation that is wrong. */
function isWhole(text: string): boolean {
  if (text.includes('${')) return false;
  try {
    parse(text);
    return true;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}
