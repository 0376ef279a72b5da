import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { locateMongo, locateNats } from './locate.ts';
import { workspaceRoot } from './workspace-root.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onewindow-locate-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const file = (path: string, mode = 0o755) => {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, '');
  chmodSync(full, mode);
  return full;
};
const path = () => ({ PATH: join(root, 'usr') });

describe('a database', () => {
  it('is the address that is given, before anything else', () => {
    file('usr/mongod');
    expect(locateMongo({ ...path(), MONGODB_URI: 'mongodb://db' }, root)).toEqual({
      kind: 'address',
      uri: 'mongodb://db',
    });
  });

  it('is mongod on the PATH before the wheel', () => {
    const command = file('usr/mongod');
    file('.onewindow/python/bin/secantusd-py');
    expect(locateMongo(path(), root)).toEqual({ kind: 'mongod', command, env: {} });
  });

  it('is the wheel with PYTHONPATH where pip installed into a folder', () => {
    file('usr/mongod', 0o644);
    const command = file('.onewindow/python/bin/secantusd-py');
    expect(locateMongo({ ...path(), MONGODB_URI: '' }, root)).toEqual({
      kind: 'secantus',
      command,
      env: { PYTHONPATH: join(root, '.onewindow', 'python') },
    });
  });

  it('is the wheel alone where it is a virtual environment', () => {
    file('.onewindow/python/pyvenv.cfg');
    const command = file('.onewindow/python/Scripts/secantusd-py');
    expect(locateMongo(path(), root)).toEqual({ kind: 'secantus', command, env: {} });
  });

  it('is missing with advice where there is none', () => {
    expect(locateMongo(path(), root)).toMatchObject({
      kind: 'missing',
      advice: expect.stringContaining('MONGODB_URI') as string,
    });
  });
});

describe('a broker', () => {
  it('is the address, then the PATH, then the wheel, then missing', () => {
    expect(locateNats(path(), root)).toMatchObject({ kind: 'missing' });
    const wheel = file('.onewindow/python/bin/nats-server');
    expect(locateNats(path(), root)).toMatchObject({ kind: 'nats-server', command: wheel });
    const onPath = file('usr/nats-server');
    expect(locateNats(path(), root)).toMatchObject({ kind: 'nats-server', command: onPath });
    expect(locateNats({ ...path(), NATS_URL: 'nats://bus' }, root)).toEqual({
      kind: 'address',
      url: 'nats://bus',
    });
  });
});

describe('the workspace', () => {
  it('is the nearest folder above with nx.json', () => {
    file('nx.json');
    mkdirSync(join(root, 'libs', 'runtime'), { recursive: true });
    expect(workspaceRoot(join(root, 'libs', 'runtime'))).toBe(root);
  });

  it('is an error where there is none', () => {
    // Not in the temporary folder, which may lie in the workspace itself.
    expect(() => workspaceRoot(parse(root).root)).toThrow(/No workspace/);
  });
});
