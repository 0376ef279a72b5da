// One ESM file per program: our own packages are bundled, node_modules stay outside.
import { build } from 'esbuild';

const [entry, outfile] = process.argv.slice(2);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  conditions: ['onewindow-source'],
  plugins: [
    {
      name: 'external',
      setup: (b) =>
        b.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === 'entry-point' || path.startsWith('@onewindow/')
            ? undefined
            : { path, external: true },
        ),
    },
  ],
});
