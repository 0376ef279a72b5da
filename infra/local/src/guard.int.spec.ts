import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../setup/process-group.mjs';

const GUARDED = join(__dirname, '..', 'setup', 'guarded.mjs');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-guard-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A launcher with two children of its own, each with a child of its own, and a neighbour that is nobody's. */
async function launch() {
  const server = `
    require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    setInterval(() => {}, 1000);`;
  const program = `
    import { spawn } from 'node:child_process';
    import { writeFileSync } from 'node:fs';
    import { startGuard } from ${JSON.stringify(GUARDED)};
    const guard = startGuard();
    const pids = [1, 2].map(() => {
      const { pid } = spawn(process.execPath, ['-e', ${JSON.stringify(server)}], { detached: true, stdio: 'ignore' });
      guard.add(pid);
      return pid;
    });
    const ended = spawn(process.execPath, ['-e', ''], { detached: true, stdio: 'ignore' });
    guard.add(ended.pid);
    ended.once('exit', () => {
      guard.remove(ended.pid);
      writeFileSync('pids.json', JSON.stringify(pids));
    });
    setInterval(() => {}, 1000);`;
  const file = join(folder, 'launcher.mjs');
  writeFileSync(file, program);
  const launcher = spawn(execPath, [file], { cwd: folder, stdio: 'ignore' });
  const pids = join(folder, 'pids.json');
  await until(() => existsSync(pids) && readFileSync(pids, 'utf8') !== '');
  return { launcher, pids: JSON.parse(readFileSync(pids, 'utf8')) as readonly number[] };
}

async function until(condition: () => boolean) {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 3_600) throw new Error('It did not come true');
    await sleep(25);
  }
}

it.each(['SIGKILL', 'SIGTERM'] as const)(
  'whatever a launcher started ends when it dies of %s, and nothing else does',
  async (signal) => {
    const neighbour = spawn(execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      detached: true,
      stdio: 'ignore',
    });
    const { launcher, pids } = await launch();
    expect(pids.map(isAlive)).toEqual([true, true]);
    launcher.kill(signal);
    await until(() => !pids.some(isAlive));
    expect(isAlive(neighbour.pid ?? 0)).toBe(true);
    neighbour.kill('SIGKILL');
  },
);
