// One ESM file per program: our own packages are bundled, node_modules stay outside.
// node infra/local/build.mjs <entry> <outfile> [<entry> <outfile> …]
import { build } from 'esbuild';

const paths = process.argv.slice(2);
const programs = paths.flatMap((entry, at) => (at % 2 === 0 ? [[entry, paths[at + 1]]] : []));

const external = {
  name: 'external',
  setup: (b) =>
    b.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@onewindow/')
        ? undefined
        : { path, external: true },
    ),
};

await Promise.all(
  programs.map(([entry, outfile]) =>
    build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      sourcemap: true,
      conditions: ['onewindow-source'],
      plugins: [external],
    }),
  ),
);
