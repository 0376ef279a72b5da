import { types } from 'node:util';
import fc from 'fast-check';
import { expectEqual, show } from './expect-equal.ts';

type Awaitable<Value> = Value | Promise<Value>;

export interface Delivery<Event, State> {
  readonly events: readonly Event[];
  /** A state of its own for each order: a map, a database … */
  readonly fresh: () => Awaitable<State>;
  /** The handler under test. Where it throws, the order fails. */
  readonly apply: (state: State, event: Event) => Awaitable<unknown>;
  /** What must be equal in the end, read back from the state. */
  readonly outcome: (state: State) => Awaitable<unknown>;
  readonly dispose?: (state: State) => Awaitable<unknown>;
  /** How many orders are tried; 50 unless said otherwise. */
  readonly runs?: number;
  /** Of a failure that is to be seen again; it stands in the message. */
  readonly seed?: number;
}

/**
 * Events arrive twice, late and out of order: whatever comes, the outcome is that of each event once
 * in the order given. Rejects with the simplest order that fails, the expected and the actual outcome.
 */
export async function forAllOrders<Event, State>(delivery: Delivery<Event, State>): Promise<void> {
  const { events, runs = 50, seed } = delivery;
  const expected = await outcomeOf(delivery, events);
  const result = await fc.check(
    fc.asyncProperty(orders(events), async (arrived) => {
      const actual = await outcomeOf(delivery, arrived);
      expectEqual(actual, expected, `the outcome depends on the order\narrived ${show(arrived)}`);
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  );
  if (!result.failed) return;
  const cause = result.errorInstance;
  throw new Error(`${reasonOf(cause)}\nseed ${result.seed}`, { cause });
}

async function outcomeOf<Event, State>(
  { fresh, apply, outcome, dispose }: Delivery<Event, State>,
  arrived: readonly Event[],
): Promise<unknown> {
  const state = await fresh();
  try {
    for (const event of arrived) await apply(state, event);
    return await outcome(state);
  } catch (cause) {
    throw new Error(`the handler threw: ${reasonOf(cause)}\narrived ${show(arrived)}`, { cause });
  } finally {
    await dispose?.(state);
  }
}

/**
 * Each event at least once and up to as many again, sorted by a random rank: ranks shrink to 0, so a
 * failing order shrinks towards the order given.
 */
function orders<Event>(events: readonly Event[]): fc.Arbitrary<readonly Event[]> {
  if (events.length === 0) return fc.constant(events);
  const ranked = (event: fc.Arbitrary<Event>) => fc.record({ event, rank: fc.nat() });
  return fc
    .tuple(
      fc.tuple(...events.map((event) => ranked(fc.constant(event)))),
      fc.array(ranked(fc.constantFrom(...events)), { maxLength: events.length }),
    )
    .map(([once, again]) =>
      [...once, ...again].sort((left, right) => left.rank - right.rank).map(({ event }) => event),
    );
}

function reasonOf(cause: unknown): string {
  return types.isNativeError(cause) ? cause.message : show(cause);
}
