import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@eddeee888/gcg-typescript-resolver-files';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { subgraphSdl } from '../subgraph-sdl.ts';

const base = fileURLToPath(new URL('../../base.graphql', import.meta.url));
/** Where modules lie that are not yet noun folders, and the generated files. */
const modules = 'src/graphql';

/**
 * The codegen configuration of a service: resolver types and maps from the base SDL and the service's
 * modules, and the committed `subgraph.graphql`. Run in the service's folder. `externalResolvers` is for
 * field names that are no TypeScript names (`Query.case`).
 */
export function subgraphCodegen(
  options: { readonly externalResolvers?: Record<string, string> } = {},
): CodegenConfig {
  return {
    schema: [base, `${modules}/*/schema.graphql`, 'src/*/schema.graphql'],
    hooks: { beforeDone: [writeSdl, addNouns] },
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

/** Modules in the order of their names, so that the text does not depend on the file system. */
function writeSdl(): void {
  const own = [...within(modules), ...within('src')]
    .sort(([, one], [, other]) => (one < other ? -1 : 1))
    .map(([folder]) => `${folder}/schema.graphql`)
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  writeFileSync('subgraph.graphql', subgraphSdl(own));
  writeFileSync(
    `${modules}/type-defs.generated.ts`,
    `import { parse } from 'graphql';\n\nexport const typeDefs = parse(${JSON.stringify(own)});\n`,
  );
}

/** What lies below a folder, each with its name. */
const within = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).map((name) => [`${folder}/${name}`, name] as const) : [];

/** A noun folder gives its resolvers as maps: `src/<noun>/resolvers.ts`. */
const nouns = () =>
  within('src')
    .filter(([folder]) => existsSync(`${folder}/resolvers.ts`))
    .map(([, name]) => name)
    .sort();

/**
 * Adds the maps of the noun folders to what the preset wrote. Each exports `Query`, `Mutation` and its object
 * types under their names in the SDL. By `Complete` a root field that nobody resolves does not compile.
 */
function addNouns(): void {
  const names = nouns();
  if (names.length === 0) return;
  const file = `${modules}/resolvers.generated.ts`;
  const variable = (noun: string) => noun.replaceAll('-', '_');
  const imports = names.map(
    (noun) => `import * as ${variable(noun)} from '../${noun}/resolvers.ts';`,
  );
  const written = readFileSync(file, 'utf8')
    .replace('export const resolvers: Resolvers =', 'const preset =')
    .replace(
      /import type +\{ Resolvers \}/,
      'import type { MutationResolvers, QueryResolvers, Resolvers }',
    );
  writeFileSync(
    file,
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
