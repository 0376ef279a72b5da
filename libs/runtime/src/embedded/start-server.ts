import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from './last-lines.ts';
import { createStopper, type Exit } from './stopper.ts';

export interface ServerProgram {
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface StartServerOptions extends ServerProgram {
  /** A driver's ping. What it throws counts as "not yet"; an open port is not enough. */
  readonly isReady: () => Promise<boolean>;
  /** Gets the output; without it only the last lines of stderr are kept, for the error message. */
  readonly logFile?: string;
  /** Told at once, before it is ready, so that a process that watches over this one never misses a server. */
  readonly onSpawn?: (pid: number) => void;
  /** Told when the process ends although nobody stopped it. */
  readonly onExit?: (exit: Exit) => void;
  /** How long to wait for `isReady`; 60 s. */
  readonly readyWithinMs?: number;
  /** After how long `stop` asks again, and after how long it kills; 5 and 10 s. */
  readonly patience?: { readonly againMs: number; readonly killMs: number };
}

export interface RunningServer {
  readonly pid: number;
  /** SIGTERM, again after 5 s (one sent during start-up can be lost), SIGKILL after 10. */
  stop(): Promise<Exit>;
  /** SIGKILL, as in a crash. */
  kill(): Promise<Exit>;
  readonly exited: Promise<Exit>;
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C in the terminal reaches only the
 * parent, which stops its servers in its own order. Rejects, with the last lines that the server
 * wrote, when it ends before it is ready.
 */
export async function startServer(options: StartServerOptions): Promise<RunningServer> {
  const log = options.logFile === undefined ? undefined : openLog(options.logFile);
  const child = spawn(options.command, options.args, {
    detached: process.platform !== 'win32',
    env: options.env,
    stdio: ['ignore', log ?? 'ignore', log ?? 'pipe'],
    windowsHide: true,
  });
  if (child.pid !== undefined) options.onSpawn?.(child.pid);
  if (log !== undefined) closeSync(log);
  const output = lastLines(child.stderr, options.logFile);

  let failure: Error | undefined;
  let asked = false;
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (cause) => {
      failure = new Error(`${options.command} could not be started`, { cause });
      resolve({ code: null, signal: null });
    });
    child.once('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
  const stopper = createStopper(child, exited, options.patience);
  const server: RunningServer = {
    pid: child.pid ?? -1,
    stop: () => ((asked = true), stopper.stop()),
    kill: () => ((asked = true), stopper.kill()),
    exited,
  };

  const outcome = await untilReady(options, exited);
  if (outcome.kind === 'ended') {
    throw failure ?? new Error(endedEarly(options.command, outcome.exit, output()));
  }
  if (outcome.kind === 'late') {
    await server.kill();
    throw new Error(`${options.command} was not ready in time\n${output()}`, {
      cause: outcome.cause,
    });
  }
  void exited.then((exit) => {
    if (!asked) options.onExit?.(exit);
  });
  return server;
}

type Outcome =
  | { readonly kind: 'ready' }
  | { readonly kind: 'ended'; readonly exit: Exit }
  | { readonly kind: 'late'; readonly cause: unknown };

async function untilReady(options: StartServerOptions, exited: Promise<Exit>): Promise<Outcome> {
  const end = performance.now() + (options.readyWithinMs ?? 60_000);
  const ended = exited.then((exit): Outcome => ({ kind: 'ended', exit }));
  let cause: unknown;
  const attempt = async (): Promise<Outcome | undefined> => {
    try {
      if (await options.isReady()) return { kind: 'ready' };
    } catch (notYet) {
      cause = notYet;
    }
    await sleep(25);
    return undefined;
  };
  const expired = sleep(Math.max(0, end - performance.now()), undefined, { ref: false }).then(
    (): Outcome => ({ kind: 'late', cause }),
  );
  for (;;) {
    const outcome = await Promise.race([ended, attempt(), expired]);
    if (outcome !== undefined) return outcome.kind === 'late' ? { kind: 'late', cause } : outcome;
  }
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  return openSync(file, 'a');
}

function endedEarly(command: string, exit: Exit, output: string): string {
  const how = exit.signal === null ? `code ${String(exit.code)}` : `signal ${exit.signal}`;
  return `${command} ended with ${how} before it was ready\n${output}`;
}
