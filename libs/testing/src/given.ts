import type { Decider } from '@onewindow/kernel';
import { expectEqual, show } from './expect-equal.ts';

export interface Outcome<Event, Rejection> {
  /** Exactly these facts follow, in this order; none when the command changes nothing. */
  readonly then: (...events: readonly Event[]) => void;
  readonly refuses: (rejection: Rejection) => void;
}

/**
 * A business rule told as an example: `given(decider, ...history).when(command).then(...events)` or
 * `.refuses(rejection)`. It also holds the decider to its contract: the same question has the same
 * answer, asking changes nothing, and the facts that follow can be evolved.
 */
export function given<State, Command, Event, Rejection>(
  decider: Decider<State, Command, Event, Rejection>,
  ...history: readonly NoInfer<Event>[]
): { readonly when: (command: Command) => Outcome<Event, Rejection> } {
  const evolve = (state: State, event: Event) => decider.evolve(state, event);
  const state = history.reduce(evolve, decider.initial);

  return {
    when: (command) => {
      const about = `given ${show(history)}\nwhen ${show(command)}`;
      // As text: a command may carry a calendar, whose functions can't be cloned.
      const before = show({ state, command });
      const decision = decider.decide(command, state);
      const again = decider.decide(command, state);
      expectEqual(again, decision, `${about}\nasked again, the answer was another`);
      expectEqual(show({ state, command }), before, `${about}\ndeciding changed what it was given`);
      if (decision.accepted) decision.events.reduce(evolve, state);

      return {
        then: (...events) => {
          expectEqual(decision, { accepted: true, events }, `${about}\ndecided otherwise`);
        },
        refuses: (rejection) => {
          expectEqual(decision, { accepted: false, rejection }, `${about}\ndecided otherwise`);
        },
      };
    },
  };
}
