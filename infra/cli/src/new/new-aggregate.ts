import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, type DefinitionNode } from 'graphql';
import type { ChangeSet } from './change-set.ts';
import { addImport, insertBehind, rowsFor } from './edits.ts';
import { assertChinese, assertNoun, nounSpellings, pascal, pluralOf } from './names.ts';
import { filesBelow, filled, templatesIn } from './templates.ts';

/** What is asked for: a noun of a service, with what it is called in Chinese. */
export interface NewAggregate {
  readonly root: string;
  readonly service: string;
  readonly noun: string;
  readonly chinese: string;
}

const SUPERGRAPH = 'gateway/supergraph.graphql';
const POLICY = 'infra/e2e/policy';

/**
 * Writes down what a new noun of a service needs: its folder with its words, its events, its spec on real servers, its
 * folder of the rights policy. Two files that others write in too are changed: the service's assembly, which opens the
 * kind (by hand, because many are opened with something), and the index of the contracts. Throws a sentence when the service can't take it or a name is taken; nothing is written then.
 */
export function planAggregate(changes: ChangeSet, asked: NewAggregate): void {
  const { root, service, noun, chinese } = asked;
  assertNoun(noun);
  assertChinese(chinese);
  const home = `services/${service}`;
  changes.read(`${home}/src/kit.ts`);
  if (existsSync(join(root, home, 'src', noun))) throw new Error(`${home} has ${noun} already.`);

  const program = changes.read(`${home}/src/main.ts`);
  const fill = (text: string) =>
    filled(text, [
      ['parseSampleserviceEnvironment', valueOf('parse', program)],
      ['createSampleserviceService', valueOf('create', program)],
      ['sampleservice', service],
      ...nounSpellings(noun, chinese),
    ]);
  const templates = new Map(
    [...filesBelow(join(templatesIn(root), 'aggregate'))].map(
      ([path, text]) => [fill(path), fill(text)] as const,
    ),
  );
  const sdl = templates.get(`src/${noun}/schema.graphql`);
  if (sdl === undefined) throw new Error('The templates lack an SDL.');
  assertFree(sdl, readFileSync(join(root, SUPERGRAPH), 'utf8'));

  for (const [path, text] of templates) {
    if (/^(?:src|test)\//u.test(path)) changes.add(`${home}/${path}`, text);
    if (path.startsWith('contracts/')) changes.add(`libs/${path.replace('/', '/src/')}`, text);
    if (path.startsWith('policy/'))
      changes.add(`infra/e2e/${path}`, inColumns(changes, path, text));
  }
  const contracts = 'libs/contracts/src/index.ts';
  changes.edit(contracts, (text) => `export * from './${noun}-events.ts';\n${text}`);

  const name = fill('sampleMatter');
  const assembly = `${home}/src/service.ts`;
  changes.edit(
    assembly,
    insertBehind(assembly, /const kinds = openKinds\(/u, `kinds.open(${name}Kind);`),
  );
  changes.edit(
    assembly,
    addImport(assembly, `import { ${name}Kind } from './${noun}/${noun}.kind.ts';`),
  );
}

/** The tables that all nouns have are written in the columns of the whole house's; the rest is the noun's own. */
function inColumns(changes: ChangeSet, path: string, text: string): string {
  const table = /(?:fields|mutations|sights)\.tsv$/u.exec(path)?.[0];
  if (table === undefined) return text;
  const real = changes.read(`${POLICY}/${table}`);
  return [real.split('\n')[0] ?? '', ...rowsFor(path, real, text), ''].join('\n');
}

/** The names of a noun in the graph must be nobody's yet: neither its types nor its fields of Query and Mutation. */
function assertFree(sdl: string, supergraph: string): void {
  const there = new Set(namesIn(parse(supergraph, { noLocation: true }).definitions));
  const taken = namesIn(parse(sdl, { noLocation: true }).definitions).filter((one) =>
    there.has(one),
  );
  if (taken.length > 0) throw new Error(`The graph has ${taken.join(', ')} already.`);
}

function namesIn(definitions: readonly DefinitionNode[]): readonly string[] {
  return definitions.flatMap((definition) => {
    if (!('name' in definition)) return [];
    const { value } = definition.name;
    const isObject =
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.OBJECT_TYPE_EXTENSION;
    return isObject && ['Query', 'Mutation'].includes(value)
      ? (definition.fields ?? []).map(({ name }) => `${value}.${name.value}`)
      : [value];
  });
}

/** The function that a service's `main.ts` gives `runAsProgram` under this name. */
function valueOf(key: string, program: string): string {
  const found = new RegExp(`\\b${key}: (\\w+)`, 'u').exec(program)?.[1];
  if (found === undefined) throw new Error(`main.ts names no ${key}.`);
  return found;
}

/** What is still to be done by who asked for it. */
export const nextOfAggregate = ({ service, noun }: NewAggregate): readonly string[] => [
  'Generate and try it:',
  '  npx nx run-many -t codegen compose asyncapi',
  `  npx jest --projects services/${service} --testPathPatterns ${noun} ${pluralOf(noun)} refusals`,
  '  npx jest --projects infra/e2e --testPathPatterns rights-policy text-inputs',
  `Then make it yours, in services/${service}/src/${noun}: schema.graphql, domain/${noun}-lifecycle.ts, ${noun}.kind.ts,`,
  `  ${noun}.commands.ts; libs/service/README.md says how. Name the law of ${pascal(noun)}NeedsAnotherPerson, or take it out.`,
  `Who may see and do what stands in infra/e2e/policy/${noun}: it is a second source on purpose, so write it by hand.`,
  '  For rows that not everybody sees the rights matrix wants a specimen and paths (infra/e2e/src/rights).',
  '  What it is told in texts is said in infra/e2e/test/words.e2e.spec.ts, and moves from its texts.tsv to KEPT.',
];
