import { setTimeout as sleepFor } from 'node:timers/promises';
import { sentence } from '../setup/sentence.mjs';
import { watchOver } from './watch-over.ts';

/** A server that runs, as `@onewindow/runtime/embedded` gives it. */
export interface Running {
  readonly pid: number;
  stop(): Promise<unknown>;
  /** Ends it as a crash does, also when it takes no signal that asks. */
  kill(): Promise<unknown>;
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
  /** Whether it still answers, as a health probe asks; what it throws means no. It may take its time. */
  readonly isAlive?: () => Promise<boolean>;
  readonly guard: { add(pid: number): void; remove(pid: number): void };
  readonly say: (sentence: string) => void;
  /** Told once, when it died more often than `restarts` within `windowMs`. */
  readonly giveUp: (reason: Error) => void;
  readonly restarts?: number;
  readonly windowMs?: number;
  /** Before the first new start; twice as long before each further one within `windowMs`. */
  readonly pauseMs?: number;
  /** How often it is asked, and after how many times without an answer it is taken for hung. */
  readonly probe?: { readonly everyMs: number; readonly hungAfter: number };
  readonly now?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

const MINUTE_MS = 60_000;
/** Half a minute without any answer: a machine that does much beside is slow and not hung. */
const PROBE = { everyMs: 5_000, hungAfter: 6 };

/**
 * Keeps one program running. What dies is told in a sentence and started again, and so is what hangs: the data is
 * safe, because nothing was acknowledged before it was on disk. A program that keeps dying needs a person, so a few
 * deaths within a time are allowed; those of before are forgotten. The first start is the caller's: it rejects when
 * that fails.
 */
export async function supervise(
  supervision: Supervision,
): Promise<{ readonly stop: () => Promise<void> }> {
  const { name, guard, say, giveUp, restarts = 5, pauseMs = 500 } = supervision;
  const {
    windowMs = 10 * MINUTE_MS,
    now = () => performance.now(),
    sleep = sleepFor,
  } = supervision;
  const within = `within ${windowMs / MINUTE_MS} minutes`;
  const stopping = new AbortController();
  let deaths: readonly number[] = [];
  let current = start();
  await current.catch((cause: unknown) => {
    throw sentence(`The ${name} did not start: ${reasonOf(cause)}`, cause);
  });

  async function start(): Promise<Running> {
    let spawned: number | undefined;
    const ended = new AbortController();
    try {
      const running = await supervision.start({
        onSpawn: (pid) => {
          spawned = pid;
          guard.add(pid);
        },
        onExit: ({ code, signal }) => {
          ended.abort();
          if (spawned !== undefined) guard.remove(spawned);
          if (stopping.signal.aborted) return;
          current = again(`ended (${signal ?? `code ${String(code)}`})`);
        },
      });
      watch(running, AbortSignal.any([ended.signal, stopping.signal]));
      return running;
    } catch (error) {
      if (spawned !== undefined) guard.remove(spawned);
      throw error;
    }
  }

  function watch(running: Running, signal: AbortSignal): void {
    const { isAlive, probe = PROBE } = supervision;
    if (!isAlive) return;
    void watchOver({ ...probe, isAlive, signal }).then(async (outcome) => {
      if (outcome !== 'hung') return;
      current = (async () => {
        await running.kill();
        guard.remove(running.pid);
        return again('no longer answered and was ended');
      })();
      await current;
    });
  }

  async function again(how: string): Promise<Running> {
    deaths = [...deaths.filter((at) => now() - at < windowMs), now()];
    if (deaths.length > restarts) {
      giveUp(
        sentence(
          `The ${name} ${how} although it was started again ${restarts} times ${within}: its log tells why.`,
        ),
      );
      return NOTHING;
    }
    say(
      `The ${name} ${how} and is started again (${deaths.length} of ${restarts} ${within}); the data is safe.`,
    );
    await sleep(pauseMs * 2 ** (deaths.length - 1));
    // It may have been stopped meanwhile.
    if (stopping.signal.aborted) return NOTHING;
    try {
      return await start();
    } catch (error) {
      return await again(`did not start again: ${reasonOf(error)}`);
    }
  }

  return {
    async stop() {
      stopping.abort();
      const running = await current;
      await running.stop();
      if (running.pid > 0) guard.remove(running.pid);
    },
  };
}

/** What runs when nothing does. */
const NOTHING: Running = {
  pid: -1,
  stop: () => Promise.resolve(),
  kill: () => Promise.resolve(),
};

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
