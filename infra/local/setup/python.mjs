import { spawnSync } from 'node:child_process';
import { sentence } from './sentence.mjs';

const OLDEST = [3, 10];
const NEWEST = [3, 13];
const NEWEST_MINOR = 13;
const OWN_SERVERS = 'or set MONGODB_URI and NATS_URL to servers of your own';

/** What a Python says about itself. */
const QUESTION =
  'import json,platform,sys;print(json.dumps({"version":list(sys.version_info[:3]),' +
  '"implementation":platform.python_implementation(),"system":platform.system(),' +
  '"machine":platform.machine(),"bits":sys.maxsize.bit_length()+1,"executable":sys.executable}))';

/**
 * @typedef {{ version: number[], implementation: string, system: string, machine: string, bits: number, executable: string }} Python
 * @typedef {{ mongo: boolean, nats: boolean }} Needs which servers must come from Python's wheels
 */

/**
 * The first Python on the PATH for which the wheels exist; a sentence when there is none.
 * @param {NodeJS.ProcessEnv} env
 * @param {Needs} needs
 * @returns {Python}
 */
export function findPython(env, needs) {
  const found = candidates()
    .map(([command, ...args]) => ask(command ?? '', args, env))
    .filter((python) => python !== undefined);
  const suited = found.find((python) => unsuited(python, needs) === undefined);
  if (suited !== undefined) return suited;
  const nearest = found.find(({ version }) => version[0] === 3) ?? found[0];
  throw sentence(
    nearest === undefined
      ? `Python 3.10 to 3.13 is needed for the embedded ${servers(needs)}, and none is on the PATH: ` +
          `install one from python.org or your package manager, ${OWN_SERVERS}.`
      : (unsuited(nearest, needs) ?? ''),
  );
}

/**
 * Why the wheels don't fit this Python, as a sentence; undefined when they do.
 * @param {Python} python
 * @param {Needs} needs
 */
export function unsuited(python, needs) {
  const name = `${python.implementation === 'CPython' ? 'Python' : python.implementation} ${python.version.join('.')} (${python.executable})`;
  if (python.system === 'Darwin' && python.machine === 'x86_64' && needs.mongo)
    return 'The embedded MongoDB server does not exist for Intel Macs: put mongod on the PATH (brew install mongodb-community), or set MONGODB_URI.';
  if (before(python.version, OLDEST))
    return `${name} is too old for the embedded ${servers(needs)}: install Python 3.10 to 3.13, ${OWN_SERVERS}.`;
  // The broker's wheel is a program for any Python 3; only the database's is bound to its version.
  if (!needs.mongo) return undefined;
  if (before(NEWEST, python.version.slice(0, 2)))
    return `The embedded MongoDB server does not exist for ${name} yet: install Python 3.10 to 3.13 beside it, put mongod on the PATH, or set MONGODB_URI.`;
  if (python.implementation !== 'CPython' || python.bits !== 64)
    return `The embedded MongoDB server needs a 64-bit CPython 3.10 to 3.13 and ${name} is another: install one, put mongod on the PATH, or set MONGODB_URI.`;
  return undefined;
}

/** @returns {readonly (readonly string[])[]} */
function candidates() {
  const versions = [...Array(NEWEST_MINOR - 9).keys()].map((back) => `3.${NEWEST_MINOR - back}`);
  return process.platform === 'win32'
    ? [['python'], ['python3'], ['py', '-3'], ...versions.map((version) => ['py', `-${version}`])]
    : [['python3'], ['python'], ...versions.map((version) => [`python${version}`])];
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Python | undefined}
 */
function ask(command, args, env) {
  const { status, stdout } = spawnSync(command, [...args, '-I', '-c', QUESTION], {
    env,
    encoding: 'utf8',
    timeout: 20_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (status !== 0) return undefined;
  try {
    return JSON.parse(stdout);
  } catch {
    // A Python 2, or something else of that name: not one that we can use.
    return undefined;
  }
}

/** @param {readonly number[]} left @param {readonly number[]} right */
function before([leftMajor = 0, leftMinor = 0], [rightMajor = 0, rightMinor = 0]) {
  return leftMajor * 1000 + leftMinor < rightMajor * 1000 + rightMinor;
}

/** @param {Needs} needs */
function servers({ mongo, nats }) {
  return mongo && nats ? 'MongoDB and NATS servers' : mongo ? 'MongoDB server' : 'NATS server';
}
