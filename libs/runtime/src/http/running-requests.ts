import type { ServerResponse } from 'node:http';
import { createDeparture, type Departure } from './departure.ts';

/** The requests that are being answered: what a drain waits for. */
export interface RunningRequests {
  /** Answers what the request's work hears of its end. */
  begin(response: ServerResponse): Departure;
  readonly size: number;
  /** From now on each answer is the last of its connection; answers when none runs. */
  end(): Promise<void>;
  /** Tells the work of all of them to stop. */
  abort(): void;
}

export function createRunningRequests(): RunningRequests {
  const running = new Map<ServerResponse, ReturnType<typeof createDeparture>>();
  let ending = false;
  let ended: (() => void) | undefined;
  return {
    begin(response) {
      const departure = createDeparture();
      running.set(response, departure);
      if (ending) response.shouldKeepAlive = false;
      response.once('close', () => {
        running.delete(response);
        if (!response.writableFinished) departure.leave();
        if (running.size === 0) ended?.();
      });
      return departure;
    },
    get size() {
      return running.size;
    },
    end() {
      ending = true;
      for (const response of running.keys()) response.shouldKeepAlive = false;
      if (running.size === 0) return Promise.resolve();
      return new Promise((resolve) => (ended = resolve));
    },
    abort() {
      for (const departure of running.values()) departure.leave();
    },
  };
}
