import type { ServerResponse } from 'node:http';

/** The requests that are being answered: what a drain waits for. */
export interface RunningRequests {
  /** Answers the signal for the request's work. */
  begin(response: ServerResponse): AbortSignal;
  readonly size: number;
  /** From now on each answer is the last of its connection; answers when none runs. */
  end(): Promise<void>;
  /** Tells the work of all of them to stop. */
  abort(): void;
}

export function createRunningRequests(): RunningRequests {
  const running = new Map<ServerResponse, AbortController>();
  let ending = false;
  let ended: (() => void) | undefined;
  return {
    begin(response) {
      const controller = new AbortController();
      running.set(response, controller);
      if (ending) response.shouldKeepAlive = false;
      response.once('close', () => {
        running.delete(response);
        if (!response.writableFinished) controller.abort();
        if (running.size === 0) ended?.();
      });
      return controller.signal;
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
      for (const controller of running.values()) controller.abort();
    },
  };
}
