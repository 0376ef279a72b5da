import type { Decider } from '@onewindow/kernel';
import { expectEqual } from './expect-equal.ts';

/**
 * The state after a history, for the examples of `permittedPairs`: fails when the history does not
 * lead to `status`.
 */
export function stateAfter<
  State extends { readonly status: string },
  Command,
  Event,
  Rejection,
  const Status extends State['status'],
>(
  decider: Decider<State, Command, Event, Rejection>,
  status: Status,
  history: readonly NoInfer<Event>[],
): State & { readonly status: Status } {
  const state = history.reduce(decider.evolve, decider.initial);
  expectEqual(state.status, status, 'the status after the history');
  return state as State & { readonly status: Status };
}
