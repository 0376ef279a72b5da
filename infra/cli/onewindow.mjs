// `npm run onewindow -- …` in a checkout: builds the program when it is not built or older than its source, then is it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const source = join(root, 'infra/cli/src');
const program = join(root, 'infra/cli/dist/main.js');

if (isUpToDate() || isBuilt()) await import(pathToFileURL(program).href);
else process.exitCode = 1;

function isUpToDate() {
  if (!existsSync(program)) return false;
  const built = statSync(program).mtimeMs;
  return readdirSync(source, { recursive: true, encoding: 'utf8' }).every(
    (path) => statSync(join(source, path)).mtimeMs <= built,
  );
}

/** Builds it; when that can't be, says what to do. */
function isBuilt() {
  try {
    createRequire(import.meta.url).resolve('esbuild');
  } catch {
    process.stderr.write('onewindow: the packages are not installed: run npm ci first.\n');
    return false;
  }
  const build = ['infra/local/build.mjs', join(source, 'main.ts'), program];
  const stdio = ['ignore', process.stderr, process.stderr];
  if (spawnSync(process.execPath, build, { cwd: root, stdio }).status === 0) return true;
  process.stderr.write('onewindow: it could not be built; the reason stands above.\n');
  return false;
}
