import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { workspaceRoot } from '@onewindow/runtime/embedded';
import { RATES } from '../src/rates/rate-kinds.ts';
import { deadUrl, startGateway } from './a-graph.ts';

/*
 * What the README tells frontend teams is run as it stands there, against the whole graph: its schema by HTTP, its
 * code generator, and TypeScript over what that wrote.
 */
const root = workspaceRoot(process.cwd());
const readme = readFileSync(join(root, 'gateway', 'README.md'), 'utf8');
const supergraphSdl = readFileSync(join(root, 'gateway', 'supergraph.graphql'), 'utf8');
const SERVICES = ['items', 'windows', 'cases', 'supervision', 'disclosure'];

/** A file that the README shows. */
function fileOf(name: string): string {
  const [, text] = new RegExp(`\`\`\`ts title=${name}\\n([^]*?)\`\`\``).exec(readme) ?? [];
  if (text === undefined) throw new Error(`gateway/README.md shows no ${name}.`);
  return text;
}

let folder: string;
let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-frontend-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const nobody = await deadUrl();
  const urls = Object.fromEntries(SERVICES.map((name) => [name, nobody]));
  gateway = await startGateway(urls, { supergraphSdl });
});
afterAll(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
const run = (program: string, args: readonly string[]) =>
  promisify(execFile)(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: folder,
  });

it('the code generator writes types of the graph that TypeScript takes', async () => {
  write('package.json', '{ "type": "module" }');
  write('codegen.ts', fileOf('codegen.ts').replace('http://127.0.0.1:4000', gateway.address));
  write('src/progress.ts', fileOf('src/progress.ts'));
  write(
    'src/use.ts',
    `import type { ProgressOfQuery } from './graph/graphql';
     import { progressOf } from './progress';
     export const document: object = progressOf;
     export const submittedAt = (data: ProgressOfQuery): string | undefined =>
       data.caseProgress?.submittedAt;
     // @ts-expect-error The scalar is text and no number.
     export const wrong = (data: ProgressOfQuery): number | undefined => data.caseProgress?.submittedAt;`,
  );
  await run('@graphql-codegen/cli/cjs/bin.js', ['--config', 'codegen.ts']);
  const options = '--noEmit --strict --skipLibCheck --module esnext --moduleResolution bundler';
  const { stdout } = await run('typescript/bin/tsc', [
    ...options.split(' '),
    ...['--target', 'es2022', '--types', 'node', 'src/use.ts'],
  ]);
  expect(stdout).toBe('');
});

it('maps every scalar of the graph', async () => {
  const sdl = await (await fetch(`${gateway.address}/schema.graphql`)).text();
  const scalars = [...sdl.matchAll(/^scalar (\w+)/gm)].map(([, name]) => name);
  expect(scalars.length).toBeGreaterThan(2);
  for (const name of scalars) expect(fileOf('codegen.ts')).toContain(`${name}: 'string'`);
});

it('tells the limits that hold', () => {
  const kinds = Object.keys(RATES).filter((kind) => !readme.includes(`\`${kind}\``));
  expect(kinds).toEqual([]);
  const { progress, filing, application, token } = RATES;
  for (const { points, seconds } of [progress, filing, application, token]) {
    expect(readme).toContain(`${points} in ${seconds}`);
  }
});
