import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';

/** One of our own programs in a process of its own, from its built bundle. */
export interface RunningProgram {
  readonly pid: number;
  /** SIGTERM, and waits for its end. */
  stop(): Promise<void>;
  /** SIGKILL, as a crash. */
  kill(): Promise<void>;
  /** Answers when the process has ended by itself. */
  readonly ended: Promise<void>;
}

const READY_WITHIN_MS = 60_000;

/** Starts a bundle and answers when its `/health/ready` does. Throws when it ends before that. */
export async function startProgram(program: {
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  readonly healthUrl: string;
  readonly logFile: string;
}): Promise<RunningProgram> {
  const log = openSync(program.logFile, 'a');
  const child = spawn(process.execPath, ['--enable-source-maps', program.file], {
    env: { PATH: process.env['PATH'] ?? '', ...program.env, APOLLO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', log, log],
  });
  const ended = once(child, 'exit').then(() => undefined);
  await untilReady(program, child);
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await ended;
    }
  };
  return { pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL'), ended };
}

async function untilReady(
  {
    healthUrl,
    file,
    logFile,
  }: { readonly healthUrl: string; readonly file: string; readonly logFile: string },
  child: ChildProcess,
): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`${file} ended at its start:\n${tail(logFile)}`);
    if (await answers(healthUrl)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`${file} was not ready in time:\n${tail(logFile)}`);
}

const tail = (file: string) => readFileSync(file, 'utf8').split('\n').slice(-8).join('\n');

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).status === 200;
  } catch {
    // Not listening yet: asked again.
    return false;
  }
}
