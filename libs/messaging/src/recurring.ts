import type { Log } from './log.ts';
import { pause } from './pause.ts';
import { reasonOf } from './reason-of.ts';

export interface Recurring {
  /** Runs the task now, or once more when it is running already. */
  readonly wake: () => void;
  /** Ends when the running task has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Runs a task at once, then each `every` milliseconds, never twice at a time. A task that failed is
 * tried again after `retry`: what it has to do is still to be done.
 */
export function startRecurring(task: {
  readonly name: string;
  readonly every: number;
  readonly retry: number;
  readonly log: Log;
  readonly run: (signal: AbortSignal) => Promise<void>;
}): Recurring {
  const stopped = new AbortController();
  let awake = new AbortController();

  const loop = async () => {
    while (!stopped.signal.aborted) {
      awake = new AbortController();
      let wait = task.every;
      try {
        await task.run(stopped.signal);
      } catch (error) {
        wait = task.retry;
        task.log.warn({ task: task.name, reason: reasonOf(error) }, 'task failed, trying again');
      }
      await pause(wait, awake.signal, stopped.signal);
    }
  };
  const ended = loop();

  return {
    wake: () => {
      awake.abort();
    },
    stop: () => {
      stopped.abort();
      return ended;
    },
  };
}
