import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpuTime, residentMemory } from './cpu-time.ts';

/** Something that is measured: a program that answers GraphQL over HTTP. */
export interface ContenderOptions {
  readonly name: string;
  /** A Node program, or a binary with its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  readonly url: string;
  /** The one processor that it may use: 0, and 1 for what is not measured. */
  readonly processor?: 0 | 1;
  /** Sent with each request. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Contender extends Pick<ContenderOptions, 'name' | 'url'> {
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds of CPU so far. */
  cpu(): number;
  /** Megabytes now. */
  memory(): number;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;

/** Starts a program on one processor and answers when it answers. */
export async function startContender(options: ContenderOptions): Promise<Contender> {
  const { name, url, headers = {}, processor = 0 } = options;
  const child = spawn('taskset', ['-c', String(processor), ...options.command], {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...options.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  child.stderr.on('data', (text: Buffer) => (told = (told + text.toString()).slice(-2_000)));
  const ended = once(child, 'exit');
  const { pid } = child;
  if (pid === undefined) throw new Error(`${name} could not be started.`);
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`${name} does not answer:\n${told}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    ...{ name, url, headers },
    cpu: () => cpuTime(pid),
    memory: () => residentMemory(pid),
    stop: async () => {
      child.kill('SIGTERM');
      const killing = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(killing);
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }', variables: {} }),
      signal: AbortSignal.timeout(1_000),
    });
    return true;
  } catch {
    // Not listening yet: asked again.
    return false;
  }
}
