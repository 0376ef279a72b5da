import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './run-tool.mjs';
import { sentence } from './sentence.mjs';
import { createStamp, digest } from './stamp.mjs';

/**
 * Installs node_modules exactly as package-lock.json says, unless they are that already.
 * @param {import('./prepare.mjs').Setup} setup
 */
export async function installNodePackages({ root, state, guard, progress }) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = createStamp(state, 'node-packages');
  const wanted = digest(lock);
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed)) {
    if (stamp.matches(wanted)) return;
    if (agrees(JSON.parse(lock), JSON.parse(readFileSync(installed, 'utf8')))) {
      stamp.write(wanted);
      return;
    }
  }
  await progress.step('Installing the Node packages (once, one to three minutes)', async () => {
    const log = join(state, 'logs', 'npm-ci.log');
    const { ok, tail } = await runTool('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: root,
      log,
      guard,
      // What npm tells a script by variables (a prefix, a workspace) is about this run, not about the install.
      env: withoutNpmRun(process.env),
    });
    if (!ok) throw sentence(`npm ci failed: see ${log}, put it right and try again.\n${tail}`);
  });
  stamp.write(wanted);
}

/**
 * Whether what npm noted about node_modules at its last install is what the lock file wants: everything that is
 * not optional is there, and nothing is there in another version.
 * @param {{ packages: Record<string, any> }} wanted
 * @param {{ packages: Record<string, any> }} installed
 */
export function agrees(wanted, installed) {
  const same = (/** @type {string} */ path) => {
    const [there, here] = [wanted.packages[path], installed.packages[path]];
    return here === undefined
      ? there?.optional === true || there?.devOptional === true || there?.peer === true
      : there?.version === here.version && there?.link === here.link;
  };
  return Object.keys(wanted.packages)
    .filter((path) => path.startsWith('node_modules/'))
    .concat(Object.keys(installed.packages).filter((path) => path.startsWith('node_modules/')))
    .every(same);
}

/** @param {NodeJS.ProcessEnv} env */
function withoutNpmRun(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) =>
        !/^npm_(lifecycle|package|command|node_execpath|execpath|config_local_prefix)/.test(name),
    ),
  );
}
