import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@eddeee888/gcg-typescript-resolver-files';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { subgraphSdl } from '../subgraph-sdl.ts';

const base = fileURLToPath(new URL('../../base.graphql', import.meta.url));
/** Where modules lie that are not yet noun folders, and the generated files. */
const modules = 'src/graphql';
const resolvers = `${modules}/resolvers.generated.ts`;

/**
 * The codegen configuration of a service: resolver types and maps from the base SDL and the service's
 * modules, and the committed `subgraph.graphql`. Run in the service's folder. `externalResolvers` is for
 * field names that are no TypeScript names (`Query.case`).
 */
export function subgraphCodegen(
  options: { readonly externalResolvers?: Record<string, string> } = {},
): CodegenConfig {
  return {
    schema: [base, `${modules}/*/schema.graphql`, 'src/*/*.graphql'],
    hooks: { afterStart: [forget], beforeDone: [writeSdl, addNouns] },
    generates: {
      src: defineConfig({
        // As 'minimal', but for subscriptions: the gateway runs them, so that they have no resolvers here.
        resolverGeneration: {
          ...{ query: '*', mutation: '*', scalar: '*', subscription: '' },
          ...{ object: '', union: '', interface: '', enum: '' },
        },
        resolverTypesPath: './graphql/types.generated.ts',
        resolverMainFile: 'graphql/resolvers.generated.ts',
        // Written below instead: the preset's holds the base as well.
        typeDefsFilePath: false,
        mergeSchema: false,
        mappersFileExtension: '.mappers.ts',
        importExtension: '.ts',
        // The base's own resolvers (scalars, refusals, page info) are in createSubgraph. The preset knows files of
        // one resolver each: `addNouns` adds the maps that noun folders give.
        blacklistedModules: ['subgraph', ...nouns()],
        scalarsModule: false,
        scalarsOverrides: {
          ID: { type: { input: 'string', output: 'string' } },
          DateTime: {
            type: "import('@onewindow/kernel').Instant",
            resolver: '~@onewindow/subgraph#DateTime',
          },
          Date: {
            type: "import('@onewindow/calendar').Day",
            resolver: '~@onewindow/subgraph#DateScalar',
          },
          Yuan: {
            type: "import('@onewindow/kernel').Money",
            resolver: '~@onewindow/subgraph#Yuan',
          },
        },
        ...(options.externalResolvers && { externalResolvers: options.externalResolvers }),
        typesPluginsConfig: {
          federation: true,
          contextType: '../context.ts#RequestContext',
          useTypeImports: true,
          immutableTypes: true,
          enumsAsTypes: true,
        },
      }),
    },
  };
}

/**
 * A noun's SDL is its `schema.graphql`; what belongs to one chapter of a large noun may stand beside it
 * under the chapter's name (`filing.graphql`). In the order of these names, so that the text does not depend
 * on the file system.
 */
function writeSdl(): void {
  const own = [...within(modules), ...within('src')]
    .flatMap(([folder, noun]) =>
      within(folder)
        .filter(([, file]) => file.endsWith('.graphql'))
        .map(([path, file]) => [path, file === 'schema.graphql' ? noun : file] as const),
    )
    .sort(([, one], [, other]) => (one < other ? -1 : 1))
    .map(([path]) => readFileSync(path, 'utf8'))
    .join('\n');
  writeFileSync('subgraph.graphql', subgraphSdl(own));
  writeFileSync(
    `${modules}/type-defs.generated.ts`,
    `import { parse } from 'graphql';\n\nexport const typeDefs = parse(${JSON.stringify(own)});\n`,
  );
}

/** What lies in a folder, each with its name. */
const within = (folder: string) =>
  existsSync(folder) && statSync(folder).isDirectory()
    ? readdirSync(folder).map((name) => [`${folder}/${name}`, name] as const)
    : [];

/** A noun folder gives its resolvers as maps: `src/<noun>/resolvers.ts`. */
const nouns = () =>
  within('src')
    .filter(([folder]) => existsSync(`${folder}/resolvers.ts`))
    .map(([, name]) => name)
    .sort();

/** What the preset writes nothing for: a service in which every module is a noun folder. */
const ONLY_NOUNS = `/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
import type { Resolvers } from './types.generated.ts';
export const resolvers: Resolvers = {};`;

/** The preset leaves an old file where it has nothing to write. */
const forget = () => {
  rmSync(resolvers, { force: true });
};

/**
 * Adds the maps of the noun folders to what the preset wrote. Each exports `Query`, `Mutation` and its object
 * types under their names in the SDL. By `Complete` a root field that nobody resolves does not compile.
 */
function addNouns(): void {
  const names = nouns();
  if (names.length === 0) return;
  // With something before it: a noun may be a reserved word (`case`).
  const variable = (noun: string) => `noun_${noun.replaceAll('-', '_')}`;
  const imports = names.map(
    (noun) => `import * as ${variable(noun)} from '../${noun}/resolvers.ts';`,
  );
  const preset = existsSync(resolvers) ? readFileSync(resolvers, 'utf8') : ONLY_NOUNS;
  const written = preset
    .replace('export const resolvers: Resolvers =', 'const preset =')
    .replace(
      /import type +\{ Resolvers \}/,
      'import type { MutationResolvers, QueryResolvers, Resolvers }',
    );
  writeFileSync(
    resolvers,
    `${written}
${imports.join('\n')}
import { mergeResolvers } from '@onewindow/subgraph';

type Complete = Resolvers & {
  readonly Query: Required<QueryResolvers>;
  readonly Mutation: Required<MutationResolvers>;
};
export const resolvers: Complete = mergeResolvers(preset, ${names.map(variable).join(', ')});
`,
  );
}
