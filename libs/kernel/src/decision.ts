/** What a decider answers: the facts that follow, or the reason none do. Never an exception. */
export type Decision<Event, Rejection> =
  | { readonly accepted: true; readonly events: readonly Event[] }
  | { readonly accepted: false; readonly rejection: Rejection };

/**
 * A business rule as pure functions over plain data. `decide` is total, synchronous and
 * deterministic; `evolve` never refuses and never validates, because history is fact.
 */
export interface Decider<State, Command, Event, Rejection> {
  readonly initial: State;
  readonly decide: (command: Command, state: State) => Decision<Event, Rejection>;
  readonly evolve: (state: State, event: Event) => State;
}

export const accept = <Event>(...events: Event[]) => ({ accepted: true, events }) as const;
export const reject = <const Rejection>(rejection: Rejection) =>
  ({ accepted: false, rejection }) as const;

/** Closes a switch over a union: a new member that is not handled does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
