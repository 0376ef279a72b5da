import { setTimeout as sleep } from 'node:timers/promises';
import { sentence } from '../setup/sentence.mjs';

/** A server that runs, as `@onewindow/runtime/embedded` gives it. */
export interface Running {
  readonly pid: number;
  stop(): Promise<unknown>;
}

export interface Supervision {
  readonly name: string;
  /** Starts it once and answers when it is ready. `onSpawn` and `onExit` are the supervisor's. */
  readonly start: (watch: {
    readonly onSpawn: (pid: number) => void;
    readonly onExit: (exit: {
      readonly code: number | null;
      readonly signal: string | null;
    }) => void;
  }) => Promise<Running>;
  readonly guard: { add(pid: number): void; remove(pid: number): void };
  readonly say: (sentence: string) => void;
  /** Told once, when it died more often than `restarts`. */
  readonly giveUp: (reason: Error) => void;
  readonly restarts?: number;
  readonly pauseMs?: number;
}

/**
 * Keeps one program running. What dies is told in a sentence and started again, a few times only: the data is safe,
 * because nothing was acknowledged before it was on disk, but a program that keeps dying needs a person.
 * The first start is the caller's: it rejects when that fails.
 */
export async function supervise(
  supervision: Supervision,
): Promise<{ readonly stop: () => Promise<void> }> {
  const { name, guard, say, giveUp, restarts = 3, pauseMs = 500 } = supervision;
  let stopping = false;
  let deaths = 0;
  let current = start();
  await current.catch((cause: unknown) => {
    throw sentence(`The ${name} did not start: ${reasonOf(cause)}`, cause);
  });

  async function start(): Promise<Running> {
    let spawned: number | undefined;
    try {
      return await supervision.start({
        onSpawn: (pid) => {
          spawned = pid;
          guard.add(pid);
        },
        onExit: ({ code, signal }) => {
          if (spawned !== undefined) guard.remove(spawned);
          if (!stopping) current = again(`ended (${signal ?? `code ${String(code)}`})`);
        },
      });
    } catch (error) {
      if (spawned !== undefined) guard.remove(spawned);
      throw error;
    }
  }

  async function again(how: string): Promise<Running> {
    deaths += 1;
    if (deaths > restarts) {
      giveUp(
        sentence(
          `The ${name} ${how} although it was started again ${restarts} times: its log tells why.`,
        ),
      );
      return { pid: -1, stop: () => Promise.resolve() };
    }
    say(`The ${name} ${how} and is started again (${deaths} of ${restarts}); the data is safe.`);
    await sleep(pauseMs);
    try {
      return await start();
    } catch (error) {
      return await again(`did not start again: ${reasonOf(error)}`);
    }
  }

  return {
    async stop() {
      stopping = true;
      const running = await current;
      await running.stop();
      if (running.pid > 0) guard.remove(running.pid);
    },
  };
}

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
