import type { Instant } from '@onewindow/kernel';
import type { AggregateType, JournalEvent, Timer } from './aggregate-type.ts';
import type { Coded } from './journal-workings.ts';

/** What elapsed, with the moment of the timer, which is the law's moment of the event. */
export interface ElapsedEvent<Event> {
  readonly event: Event;
  readonly effectiveAt: Instant;
}

/** More timers than this in one go are a decider that never ends one. */
const MOST = 1_000;

/**
 * Lets happen what was due: each timer with `at` reached gives its command, the earliest first, until
 * none is due. A timer whose command is refused, or which is still there afterwards, is a bug and throws.
 */
export function elapseTimers<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  type: AggregateType<State, Command, Event, Rejection>,
  state: State,
  at: Instant,
): { readonly state: State; readonly elapsed: readonly ElapsedEvent<Event>[] } {
  const elapsed: ElapsedEvent<Event>[] = [];
  let now = state;
  for (let round = 0; round < MOST; round++) {
    const timer = earliest(type.timers?.(now) ?? []);
    if (timer === undefined || timer.at > at) return { state: now, elapsed };
    const events = eventsOf(type, timer, now);
    elapsed.push(...events.map((event) => ({ event, effectiveAt: timer.at })));
    now = events.reduce(type.decider.evolve, now);
    if (type.timers?.(now).some((left) => left.kind === timer.kind && left.at === timer.at)) {
      throw new Error(`Timer ${timer.kind} of a ${type.kind} doesn't end by elapsing.`);
    }
  }
  throw new Error(`The timers of a ${type.kind} never end.`);
}

export function earliest(timers: readonly Timer[]): Timer | undefined {
  return timers.reduce<Timer | undefined>(
    (first, timer) => (first === undefined || timer.at < first.at ? timer : first),
    undefined,
  );
}

function eventsOf<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  type: AggregateType<State, Command, Event, Rejection>,
  timer: Timer,
  state: State,
): readonly Event[] {
  if (type.elapse === undefined) throw new Error(`A ${type.kind} has timers but no \`elapse\`.`);
  const decision = type.decider.decide(type.elapse(timer), state);
  if (!decision.accepted) {
    throw new Error(
      `Timer ${timer.kind} of a ${type.kind} was refused with ${decision.rejection.code}.`,
    );
  }
  return decision.events;
}
