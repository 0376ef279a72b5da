import type { Database } from './collections.ts';
import type { Log } from './log.ts';
import { pause } from './pause.ts';

/** The driver's errors that say that the server is away, by name: they may come from another copy of it. */
const AWAY =
  /^Mongo(Network|NetworkTimeout|ServerSelection|NotConnected|TopologyClosed|PoolCleared|WaitQueueTimeout|ServerClosed|PoolClosed)Error$/;
/** Answers of a server that is stopping, starting or no primary any more. */
const AWAY_CODES = new Set([91, 189, 10_107, 11_600, 11_602, 13_435, 13_436]);

const PING_PATIENCE = 2_000;

/** Tells our own outage (Mongo away) from a failure of the event, and waits for its end. */
export interface Outage {
  /** Asks Mongo when the error itself doesn't say it, or when only the ping shall be believed. */
  readonly caused: (error: unknown, byPingOnly?: boolean) => Promise<boolean>;
  /** Ends when Mongo answers, or when the signal is aborted. */
  readonly over: (signal: AbortSignal) => Promise<void>;
  /** Does something of our own with Mongo, again and again until no outage keeps it from being done. */
  readonly through: <Result>(signal: AbortSignal, job: () => Promise<Result>) => Promise<Result>;
  readonly isOn: boolean;
}

export function createOutage(options: {
  readonly database: Database;
  readonly log: Log;
  readonly pingEvery: number;
}): Outage {
  let waiting: Promise<void> | undefined;

  const answers = async (): Promise<boolean> => {
    const patience = new AbortController();
    const ping = options.database.command({ ping: 1 }).then(
      () => true,
      () => false,
    );
    const answered = await Promise.race([
      ping,
      pause(PING_PATIENCE, patience.signal).then(() => false),
    ]);
    patience.abort();
    return answered;
  };

  const wait = async (signal: AbortSignal) => {
    options.log.error({}, 'MongoDB is away, consumers pause');
    while (!signal.aborted && !(await answers())) await pause(options.pingEvery, signal);
    if (!signal.aborted) options.log.info({}, 'MongoDB is back, consumers go on');
    waiting = undefined;
  };

  const outage: Outage = {
    get isOn() {
      return waiting !== undefined;
    },
    caused: async (error, byPingOnly = false) =>
      (!byPingOnly && saysAway(error)) || !(await answers()),
    over: (signal) => (waiting ??= wait(signal)),
    through: async (signal, job) => {
      for (;;) {
        try {
          return await job();
        } catch (error) {
          if (signal.aborted || !(await outage.caused(error))) throw error;
          await outage.over(signal);
        }
      }
    },
  };
  return outage;
}

export function saysAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (AWAY.test(error.name)) return true;
  const { code } = error as { code?: unknown };
  if (error.name.startsWith('Mongo') && typeof code === 'number' && AWAY_CODES.has(code))
    return true;
  return saysAway(error.cause);
}
