import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './run-tool.mjs';
import { sentence } from './sentence.mjs';
import { createStamp, digest } from './stamp.mjs';

const SOURCES = ['libs', 'services', 'gateway', 'infra/local', 'infra/cli'];
const SETTINGS = ['package-lock.json', 'nx.json', 'tsconfig.base.json'];
// The SDL that codegen prints is written by the build itself.
const NOT_SOURCES = /^(dist|node_modules|coverage|subgraph\.graphql)$|\.generated\.|\.spec\.ts$/;

/**
 * The services that can run, by the name of their folder.
 * @param {string} root
 */
export function serviceNames(root) {
  const folder = join(root, 'services');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'src', 'main.ts')))
    .sort();
}

/**
 * Generates code and bundles every program, unless nothing that they are made of has changed.
 * @param {import('./prepare.mjs').Setup} setup
 */
export async function buildPrograms({ root, state, guard, progress }) {
  const stamp = createStamp(state, 'programs');
  const wanted = fingerprint(root);
  if (stamp.matches(wanted) && programs(root).every(({ bundle }) => existsSync(join(root, bundle))))
    return;
  await progress.step('Building the programs', async () => {
    const nx = join(root, 'node_modules', 'nx');
    const { bin } = JSON.parse(readFileSync(join(nx, 'package.json'), 'utf8'));
    const log = join(state, 'logs', 'build.log');
    const projects = programs(root)
      .map(({ project }) => project)
      .join(',');
    const { ok, tail } = await runTool(
      process.execPath,
      [
        join(nx, bin.nx),
        'run-many',
        '--target=build',
        `--projects=${projects}`,
        '--output-style=stream',
      ],
      { cwd: root, log, guard, env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' } },
    );
    if (!ok) throw sentence(`The build failed: see ${log}.\n${tail}`);
  });
  stamp.write(wanted);
}

/**
 * Every program of the workspace that has an entry: its project, and the bundle that is made of it.
 * @param {string} root
 */
function programs(root) {
  const all = [
    { project: 'local', entry: 'infra/local/src/launch.ts', bundle: 'infra/local/dist/launch.js' },
    ...['gateway', 'infra/cli', ...serviceNames(root).map((name) => `services/${name}`)].map(
      (folder) => ({
        project: folder.split('/').at(-1) ?? folder,
        entry: `${folder}/src/main.ts`,
        bundle: `${folder}/dist/main.js`,
      }),
    ),
  ];
  return all.filter(({ entry }) => existsSync(join(root, entry)));
}

/**
 * Changes whenever a file that a program is made of does.
 * @param {string} root
 */
export function fingerprint(root) {
  const files = [...SETTINGS, ...SOURCES].flatMap((path) => filesUnder(join(root, path)));
  return digest(
    process.version,
    ...files.map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${file}\0${size}\0${mtimeMs}`;
    }),
    existsSync(join(root, 'package-lock.json'))
      ? readFileSync(join(root, 'package-lock.json'))
      : '',
  );
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !NOT_SOURCES.test(name))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
