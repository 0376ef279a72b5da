import { join } from 'node:path';
import { alone } from './lock.mjs';
import { installNodePackages } from './node-packages.mjs';
import { demandNode } from './node-version.mjs';
import { buildPrograms } from './programs.mjs';
import { planPythonPackages } from './python-packages.mjs';

/**
 * @typedef {object} Setup
 * @property {string} root the workspace
 * @property {string} state `.onewindow` in it: all that is made here and not source
 * @property {{ add(pid: number): void, remove(pid: number): void }} guard
 * @property {ReturnType<typeof import('./progress.mjs').createProgress>} progress
 */

/**
 * Makes a fresh clone ready to run; does nothing, quickly, where all of it is there already.
 * Plain JavaScript without packages, because it is what installs them.
 * @param {Omit<Setup, 'state'>} given
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Setup>}
 */
export async function prepare(given, env) {
  const setup = { ...given, state: join(given.root, '.onewindow') };
  demandNode(process.versions.node);
  await alone(setup.state, setup.progress, async () => {
    const installServers = planPythonPackages(setup, env);
    await installNodePackages(setup);
    await installServers();
    await buildPrograms(setup);
  });
  return setup;
}
