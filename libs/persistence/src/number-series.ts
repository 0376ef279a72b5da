import type { Instant } from '@onewindow/kernel';
import { createInTurn, type InTurn } from '@onewindow/runtime';
import type { JournalEvent } from './aggregate-type.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Journal, ListRequest, Outcome } from './journal.ts';
import { jitter, UNIQUE_PATIENCE_MS } from './patience.ts';

/** What every series of one kind of number has: receipts of all centres and days. */
export interface SeriesDeclaration<State> {
  /** The declared query that finds the highest of a series: sorted by the number, descending. */
  readonly query: string;
  /** The unique fact that lets nobody have a number twice. */
  readonly fact: string;
  readonly numberOf: (state: State) => number;
}

export interface NumberSeries {
  /**
   * Runs `write` with the series' next number: highest + 1, the first one 1. In this process one write of
   * a series is under way at a time, first come, first served; a number that `write` did not use goes to
   * the next one, so that the series has no gap. Another process that took the number first is seen by the
   * unique fact: then `write` runs again with the next one.
   */
  give<State, Event, Rejection>(
    request: {
      /** Which series: the values of the query's equality fields. */
      readonly series: ListRequest['equality'];
      readonly at: Instant;
    },
    write: (number: number) => Promise<Outcome<State, Event, Rejection>>,
  ): Promise<Outcome<State, Event, Rejection>>;
}

/** Lives as long as somebody waits in it; only so long is the next number known without asking. */
interface Lane {
  readonly inTurn: InTurn;
  users: number;
  next: number | undefined;
}

/** Numbers without a gap and without a storm of retries, however many ask at once. */
export function createNumberSeries<State, Event extends JournalEvent>(
  journal: Pick<Journal<State, never, Event, never>, 'findBy'>,
  declaration: SeriesDeclaration<State>,
): NumberSeries {
  const lanes = new Map<string, Lane>();

  const highest = async (series: ListRequest['equality'], at: Instant) => {
    const found = await journal.findBy(declaration.query, series, at);
    return found === null ? 0 : declaration.numberOf(found.state);
  };
  const isTaken = (outcome: Outcome<unknown, unknown, unknown>) =>
    !outcome.ok && factOf(outcome.rejection) === declaration.fact;

  return {
    give: async ({ series, at }, write) => {
      const key = canonicalJson(series);
      const lane = lanes.get(key) ?? { inTurn: createInTurn(1), users: 0, next: undefined };
      lanes.set(key, lane);
      lane.users += 1;
      try {
        return await lane.inTurn(async () => {
          const patienceEnds = performance.now() + UNIQUE_PATIENCE_MS;
          for (let collided = 1; ; collided++) {
            const number = lane.next ?? (await highest(series, at)) + 1;
            // What a write that throws has done nobody knows: who comes next asks.
            lane.next = undefined;
            const outcome = await write(number);
            if (!isTaken(outcome)) {
              lane.next = outcome.ok && !outcome.repeated ? number + 1 : number;
              return outcome;
            }
            if (performance.now() > patienceEnds) {
              throw new Error(`No number of ${declaration.query} could be had.`);
            }
            await jitter(collided);
          }
        });
      } finally {
        lane.users -= 1;
        if (lane.users === 0) lanes.delete(key);
      }
    },
  };
}

/** The unique fact that a refusal names. */
function factOf(rejection: unknown): unknown {
  const { code, fact } = rejection as { readonly code?: unknown; readonly fact?: unknown };
  return code === 'AlreadyExists' ? fact : undefined;
}
