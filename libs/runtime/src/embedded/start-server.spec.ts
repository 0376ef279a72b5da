import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer, type StartServerOptions } from './start-server.ts';

const stubborn = `process.on('SIGTERM', () => {}); console.error('up'); setInterval(() => {}, 1000);`;
const polite = `console.error('up'); setInterval(() => {}, 1000);`;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'onewindow-start-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

/** A Node program as a server; ready when it has written its first line. */
const server = (script: string, more: Partial<StartServerOptions> = {}): StartServerOptions => {
  const logFile = join(directory, 'log', 'server.log');
  return {
    command: execPath,
    args: ['-e', script],
    env: {},
    logFile,
    isReady: () => Promise.resolve(readFileSync(logFile, 'utf8').includes('up')),
    ...more,
  };
};
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('starting a server', () => {
  it('answers when the ping does, whatever it threw before', async () => {
    let asked = 0;
    const isReady = () => {
      asked += 1;
      if (asked < 3) throw new Error('connection refused');
      return Promise.resolve(asked === 4);
    };
    const running = await startServer(server(polite, { isReady }));
    expect(asked).toBe(4);
    expect(isAlive(running.pid)).toBe(true);
    await running.kill();
  });

  it('fails with what the server wrote last when it ends before it is ready', async () => {
    const script = `console.error('port 1 is taken'); process.exit(3);`;
    await expect(
      startServer(server(script, { isReady: () => Promise.resolve(false) })),
    ).rejects.toThrow(/ended with code 3 before it was ready\nport 1 is taken/);
  });

  it('tells the process id before the server is ready', async () => {
    const told: string[] = [];
    const running = await startServer(
      server(polite, {
        onSpawn: (pid) => told.push(`spawned ${pid}`),
        isReady: () => Promise.resolve(told.push('asked') > 1),
      }),
    );
    expect(told.slice(0, 2)).toEqual([`spawned ${running.pid}`, 'asked']);
    await running.stop();
  });

  it('keeps the last lines of stderr without a log file, too', async () => {
    const silent: StartServerOptions = {
      command: execPath,
      args: ['-e', `console.error('no space'); process.exit(1);`],
      env: {},
      isReady: () => Promise.resolve(false),
    };
    await expect(startServer(silent)).rejects.toThrow(/no space/);
  });

  it('fails clearly when there is no such program', async () => {
    await expect(startServer(server('', { command: '/nowhere/mongod' }))).rejects.toThrow(
      '/nowhere/mongod could not be started',
    );
  });

  it('kills what is not ready in time and says why the ping failed', async () => {
    const cause = new Error('no primary');
    const late = startServer(
      server(polite, { readyWithinMs: 300, isReady: () => Promise.reject(cause) }),
    );
    await expect(late).rejects.toMatchObject({ cause });
  });
});

describe('ending a server', () => {
  it('asks with SIGTERM and answers when it is gone', async () => {
    const running = await startServer(server(polite));
    expect(await running.stop()).toEqual({ code: null, signal: 'SIGTERM' });
    expect(isAlive(running.pid)).toBe(false);
  });

  it('asks again, as a signal during start-up can be lost', async () => {
    const second = `let n = 0; process.on('SIGTERM', () => { if (++n === 2) process.exit(7); });${polite}`;
    const running = await startServer(
      server(second, { patience: { againMs: 100, killMs: 100_000 } }),
    );
    expect(await running.stop()).toEqual({ code: 7, signal: null });
  });

  it('kills what does not listen', async () => {
    const running = await startServer(server(stubborn, { patience: { againMs: 50, killMs: 150 } }));
    expect(await running.stop()).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('may be asked for twice, and after the end', async () => {
    const running = await startServer(server(polite));
    await Promise.all([running.stop(), running.stop()]);
    expect(await running.kill()).toEqual({ code: null, signal: 'SIGTERM' });
  });

  it('tells onExit of an end that nobody asked for, and of no other', async () => {
    const told: unknown[] = [];
    const onExit = (exit: unknown) => told.push(exit);
    const asked = await startServer(server(polite, { onExit }));
    await asked.stop();
    const crashed = await startServer(server(polite, { onExit }));
    process.kill(crashed.pid, 'SIGKILL');
    await crashed.exited;
    await sleep(5);
    expect(told).toEqual([{ code: null, signal: 'SIGKILL' }]);
  });
});
