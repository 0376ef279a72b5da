import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareFolders, stateFolders } from './state-folders.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onewindow-state-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

it('keeps the logs of the last three runs, and no more', () => {
  const folders = stateFolders(root, 4_000);
  for (const run of [1, 2, 3, 4, 5]) {
    prepareFolders(folders, false);
    writeFileSync(join(folders.logs, 'cases.log'), `run ${run}`);
  }
  const told = (folder: string) => readFileSync(join(folder, 'cases.log'), 'utf8');
  const { logs } = folders;
  expect([logs, `${logs}.1`, `${logs}.2`, `${logs}.3`].map(told)).toEqual([
    'run 5',
    'run 4',
    'run 3',
    'run 2',
  ]);
  expect(existsSync(`${logs}.4`)).toBe(false);
});

it('empties the data of a fresh run and keeps the logs that tell of the last one', () => {
  const folders = stateFolders(root, 4_000);
  prepareFolders(folders, false);
  writeFileSync(join(folders.data, 'something'), '');
  writeFileSync(join(folders.logs, 'cases.log'), 'why it died');
  prepareFolders(folders, true);
  expect(existsSync(join(folders.data, 'something'))).toBe(false);
  expect(readFileSync(join(`${folders.logs}.1`, 'cases.log'), 'utf8')).toBe('why it died');
});
