import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPython, unsuited } from '../setup/python.mjs';

const BOTH = { mongo: true, nats: true };
const BROKER = { mongo: false, nats: true };
const linux = {
  version: [3, 12, 1],
  implementation: 'CPython',
  system: 'Linux',
  machine: 'x86_64',
  bits: 64,
  executable: '/usr/bin/python3',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-python-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A program of that name that says of itself what a Python of this kind would. */
const fakePython = (name: string, said: object) => {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho '${JSON.stringify({ ...linux, ...said })}'\n`);
  chmodSync(file, 0o755);
};
const env = () => ({ PATH: folder });

describe('the Python of the embedded servers', () => {
  it('is the first on the PATH for which there are wheels, not the first of all', () => {
    fakePython('python3', { version: [3, 14, 0] });
    fakePython('python3.11', { version: [3, 11, 7] });
    expect(findPython(env(), BOTH).version).toEqual([3, 11, 7]);
  });

  it('is missing with advice where there is none', () => {
    expect(() => findPython(env(), BOTH)).toThrow(
      /none is on the PATH: install one .* or set MONGODB_URI and NATS_URL/,
    );
  });

  it('is missing with advice where there is an old one only', () => {
    fakePython('python3', { version: [3, 9, 18] });
    expect(() => findPython(env(), BOTH)).toThrow(/3\.9\.18 .* is too old/);
  });

  it('is too new with advice where there is a new one only', () => {
    fakePython('python3', { version: [3, 14, 0] });
    expect(() => findPython(env(), BOTH)).toThrow(
      /does not exist for Python 3\.14\.0 .* yet: install Python 3\.10 to 3\.13 beside it/,
    );
  });

  it('may be newer where only the broker is wanted of it', () => {
    fakePython('python3', { version: [3, 14, 0] });
    expect(findPython(env(), BROKER).version).toEqual([3, 14, 0]);
  });

  it('is no program that fails or says something else', () => {
    const file = join(folder, 'python3');
    writeFileSync(file, '#!/bin/sh\necho Python 2\n', { mode: 0o755 });
    expect(() => findPython(env(), BOTH)).toThrow(/none is on the PATH/);
  });

  it('does not help an Intel Mac, whose advice names mongod', () => {
    const mac = { ...linux, system: 'Darwin' };
    expect(unsuited(mac, BOTH)).toMatch(/Intel Macs: put mongod on the PATH/);
    expect(unsuited(mac, BROKER)).toBeUndefined();
    expect(unsuited({ ...mac, machine: 'arm64' }, BOTH)).toBeUndefined();
  });

  it('is a 64-bit CPython', () => {
    expect(unsuited({ ...linux, implementation: 'PyPy' }, BOTH)).toMatch(/PyPy 3\.12\.1/);
    expect(unsuited({ ...linux, bits: 32 }, BOTH)).toMatch(/64-bit CPython/);
  });
});
