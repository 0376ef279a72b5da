import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alone } from '../setup/lock.mjs';
import { fingerprint, serviceNames } from '../setup/programs.mjs';
import { createStamp, digest } from '../setup/stamp.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onewindow-stamp-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});
const write = (path: string, text = '') => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};

describe('a stamp', () => {
  it('matches what it was written for, and nothing before', () => {
    const stamp = createStamp(root, 'packages');
    expect(stamp.matches(digest('1'))).toBe(false);
    stamp.write(digest('1'));
    expect(createStamp(root, 'packages').matches(digest('1'))).toBe(true);
    expect(createStamp(root, 'packages').matches(digest('2'))).toBe(false);
  });

  it('tells parts from their concatenation', () => {
    expect(digest('a', 'bc')).not.toBe(digest('ab', 'c'));
  });
});

describe('programs are built again', () => {
  it('when a source changed, and not for a spec or a product', () => {
    write('services/cases/src/main.ts', '1');
    const before = fingerprint(root);
    write('services/cases/src/main.spec.ts');
    write('services/cases/src/types.generated.ts');
    write('services/cases/dist/main.js');
    expect(fingerprint(root)).toBe(before);
    write('services/cases/src/main.ts', '12');
    const after = fingerprint(root);
    expect(after).not.toBe(before);
    utimesSync(join(root, 'services/cases/src/main.ts'), 1, 1);
    expect(fingerprint(root)).not.toBe(after);
  });

  it('for every service that has a program', () => {
    write('services/windows/src/main.ts');
    write('services/cases/src/main.ts');
    write('services/later/README.md');
    expect(serviceNames(root)).toEqual(['cases', 'windows']);
  });
});

describe('two set-ups in one folder', () => {
  const say = () => undefined;

  it('run one after the other', async () => {
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise((done) => setTimeout(done, 50));
      order.push(`${name} ends`);
    };
    await Promise.all([alone(root, { say }, work('a')), alone(root, { say }, work('b'))]);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('do not wait for one that was killed', async () => {
    write('setup.lock', '2147483647');
    await expect(alone(root, { say }, () => Promise.resolve('done'))).resolves.toBe('done');
  });
});
