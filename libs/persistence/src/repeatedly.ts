import type { Log } from './log.ts';

/**
 * Runs `round` again and again, never two at once. A round that throws is logged and tried again at the
 * next turn: a sweep outlives an outage. `stop` waits for the running round.
 */
export function repeatedly(options: {
  readonly what: string;
  readonly everyMs: number;
  readonly round: () => Promise<void>;
  readonly log?: Log;
}): { readonly start: () => void; readonly stop: () => Promise<void> } {
  let stopped = true;
  let timeout: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const next = () => {
    timeout = setTimeout(() => {
      running = options
        .round()
        .catch((error: unknown) => options.log?.error({ err: error }, `${options.what} failed`))
        .finally(() => {
          if (!stopped) next();
        });
    }, options.everyMs);
  };
  return {
    start: () => {
      if (!stopped) return;
      stopped = false;
      next();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timeout);
      await running;
    },
  };
}
