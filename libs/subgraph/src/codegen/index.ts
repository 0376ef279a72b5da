import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@eddeee888/gcg-typescript-resolver-files';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { parse, print, Source } from 'graphql';
import { baseSdl } from '../base-sdl.ts';
import { subgraphSdl } from '../subgraph-sdl.ts';
import { writtenOut } from '../written-out/written-out.ts';

const base = fileURLToPath(new URL('../../base.graphql', import.meta.url));
const stubs = fileURLToPath(new URL('../../stubs.graphql', import.meta.url));
const generated = 'src/graphql';

/**
 * The codegen configuration of a service: the types of its resolvers and the map of all of them, from the base SDL
 * and the service's noun folders, and the committed `subgraph.graphql`. Run in the service's folder.
 */
export function subgraphCodegen(): CodegenConfig {
  const sources = modulesWrittenOut();
  const write = () => {
    writeSdl(sources);
  };
  return {
    schema: [base, ...sources.map(sourceOf)],
    hooks: { beforeDone: [write, writeResolvers, writeWords] },
    generates: {
      src: defineConfig({
        // Noun folders give maps of resolvers, not a file for each: `writeResolvers` puts these together.
        resolverGeneration: 'disabled',
        resolverTypesPath: './graphql/types.generated.ts',
        resolverMainFile: 'graphql/resolvers.generated.ts',
        // Written below instead: the preset's holds the base as well.
        typeDefsFilePath: false,
        mergeSchema: false,
        mappersFileExtension: '.mappers.ts',
        importExtension: '.ts',
        // The base's own resolvers (scalars, refusals, page info) are in createSubgraph.
        blacklistedModules: ['subgraph', WRITTEN_OUT, ...nouns()],
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

/** A module as the generator reads it: what need not be written by hand is there. */
interface Module {
  readonly path: string;
  readonly text: string;
}

/** The module of what belongs to no file: successes of mutations, stubs of other services' entities. */
const WRITTEN_OUT = 'written-out';

/**
 * A noun's SDL is its `schema.graphql`; what belongs to one chapter of a large noun may stand beside it
 * under the chapter's name (`filing.graphql`). In the order of these names, so that the text does not depend
 * on the file system.
 */
function modulesWrittenOut(): readonly Module[] {
  const paths = within('src')
    .flatMap(([folder, noun]) =>
      within(folder)
        .filter(([, file]) => file.endsWith('.graphql'))
        .map(([path, file]) => [path, file === 'schema.graphql' ? noun : file] as const),
    )
    .sort(([, one], [, other]) => (one < other ? -1 : 1))
    .map(([path]) => path);
  const documents = writtenOut({
    documents: paths.map((path) => parse(new Source(readFileSync(path, 'utf8'), path))),
    base: parse(baseSdl),
    stubs: parse(readFileSync(stubs, 'utf8')),
  });
  return [...paths, `src/${WRITTEN_OUT}/schema.graphql`]
    .map((path, index) => ({ path, text: documents[index] ? print(documents[index]) : '' }))
    .filter(({ text }) => text !== '');
}

/** Under the path of the file that it was written in: mappers are looked for beside it. */
const sourceOf = ({ path, text }: Module) => ({
  // A function is taken as well; the type knows names of files only.
  [path]: { loader: (() => parse(new Source(text, path))) as unknown as string },
});

function writeSdl(sources: readonly Module[]): void {
  const own = sources.map(({ text }) => text).join('\n\n');
  writeFileSync('subgraph.graphql', subgraphSdl(own));
  writeFileSync(
    `${generated}/type-defs.generated.ts`,
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

/** With something before it: a noun may be a reserved word (`case`). */
const variable = (noun: string) => `noun_${noun.replaceAll('-', '_')}`;

/** What nouns refuse in words of their own, `src/<noun>/refusal-words.ts`: the service's table takes it in. */
function writeWords(): void {
  const worded = within('src')
    .filter(([folder]) => existsSync(`${folder}/refusal-words.ts`))
    .map(([, name]) => name)
    .sort();
  const imports = worded.map(
    (noun) => `import { WORDS as ${variable(noun)} } from '../${noun}/refusal-words.ts';\n`,
  );
  const words = worded.map((noun) => `...${variable(noun)}`).join(', ');
  writeFileSync(
    `${generated}/noun-words.generated.ts`,
    `/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
${imports.join('')}
export const NOUN_WORDS = { ${words} } as const;
`,
  );
}

/**
 * The map of all resolvers. Each noun folder exports `Query`, `Mutation` and its object types under their names in
 * the SDL. By `Complete` a root field that nobody resolves does not compile.
 */
function writeResolvers(): void {
  const imports = nouns().map(
    (noun) => `import * as ${variable(noun)} from '../${noun}/resolvers.ts';`,
  );
  writeFileSync(
    `${generated}/resolvers.generated.ts`,
    `/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
import { mergeResolvers } from '@onewindow/subgraph';
${imports.join('\n')}
import type { MutationResolvers, QueryResolvers, Resolvers } from './types.generated.ts';

type Complete = Resolvers & {
  readonly Query: Required<QueryResolvers>;
  readonly Mutation: Required<MutationResolvers>;
};
export const resolvers: Complete = mergeResolvers(${nouns().map(variable).join(', ')});
`,
  );
}
