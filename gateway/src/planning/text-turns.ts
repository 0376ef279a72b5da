import { deadlineExceeded, parseLanguage } from '@onewindow/subgraph';
import { tooManyByHttp } from '../rates/too-many-error.ts';

/** For whom a text is read; where it is told: whose it is, and when its answer is of no use any more. */
export interface Asker {
  readonly acceptLanguage?: string | undefined;
  /** By what he is counted; absent where nothing counts. */
  readonly caller?: string | undefined;
  readonly deadline: Date;
}

/** One piece of work at a time. Rejects without doing it when its asker has too many waiting, or his time is over. */
export type TextTurns = <Result>(
  asker: Asker | undefined,
  work: () => Promise<Result>,
) => Promise<Result>;

/** How many texts of one caller may wait: more than a page of ours asks at once. */
const MOST_WAITING = 24;
/** Seconds after which who has too many waiting may try again. */
const RETRY_AFTER = 2;
/** What is longer a timer takes for nothing. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * One caller's first text goes before another's second: who has waited takes turns with the others, whatever number of
 * texts each has waiting.
 */
export function createTextTurns(mostWaiting = MOST_WAITING): TextTurns {
  // In the order of their turns; a caller is in it for as long as he has something waiting.
  const lines = new Map<string, Set<() => void>>();
  let isBusy = false;

  const next = (): void => {
    const [caller, line] = lines.entries().next().value ?? [];
    const [begin] = line ?? [];
    if (caller === undefined || !line || !begin) {
      isBusy = false;
      return;
    }
    line.delete(begin);
    lines.delete(caller);
    if (line.size > 0) lines.set(caller, line);
    begin();
  };
  const wait = async (asker: Asker | undefined): Promise<void> => {
    const key = asker?.caller ?? '';
    const line = lines.get(key) ?? new Set();
    if (asker?.caller !== undefined && line.size >= mostWaiting) {
      throw tooManyByHttp(
        { kind: 'text', retryAfter: RETRY_AFTER },
        parseLanguage(asker.acceptLanguage),
      );
    }
    lines.set(key, line);
    await new Promise<void>((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
        resolve();
      };
      const giveUp = () => {
        line.delete(begin);
        if (line.size === 0 && lines.get(key) === line) lines.delete(key);
        reject(deadlineExceeded());
      };
      const timer =
        asker && setTimeout(giveUp, Math.min(asker.deadline.getTime() - Date.now(), LONGEST_TIMER));
      line.add(begin);
    });
  };
  return async (asker, work) => {
    if (isBusy) await wait(asker);
    isBusy = true;
    try {
      return await work();
    } finally {
      next();
    }
  };
}
