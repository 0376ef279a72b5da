import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@eddeee888/gcg-typescript-resolver-files';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { subgraphSdl } from '../subgraph-sdl.ts';

const base = fileURLToPath(new URL('../../base.graphql', import.meta.url));
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
    schema: [base, `${modules}/*/schema.graphql`],
    hooks: { beforeDone: [writeSdl] },
    generates: {
      [modules]: defineConfig({
        // As 'minimal', but for subscriptions: the gateway runs them, so that they have no resolvers here.
        resolverGeneration: {
          ...{ query: '*', mutation: '*', scalar: '*', subscription: '' },
          ...{ object: '', union: '', interface: '', enum: '' },
        },
        resolverTypesPath: './types.generated.ts',
        resolverMainFile: 'resolvers.generated.ts',
        // Written below instead: the preset's holds the base as well.
        typeDefsFilePath: false,
        mergeSchema: false,
        mappersFileExtension: '.mappers.ts',
        importExtension: '.ts',
        // The base's own resolvers (scalars, refusals, page info) are in createSubgraph.
        blacklistedModules: ['subgraph'],
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
  const own = readdirSync(modules)
    .sort()
    .map((module) => `${modules}/${module}/schema.graphql`)
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  writeFileSync('subgraph.graphql', subgraphSdl(own));
  writeFileSync(
    `${modules}/type-defs.generated.ts`,
    `import { parse } from 'graphql';\n\nexport const typeDefs = parse(${JSON.stringify(own)});\n`,
  );
}
