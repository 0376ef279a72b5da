/** The state of an aggregate that is there. Folding the first entry made it so: anything else is a fault. */
export function present<State extends { readonly status: string }>(
  state: State,
): Exclude<State, { readonly status: 'ABSENT' }> {
  if (state.status === 'ABSENT') throw new Error('An aggregate without its first entry.');
  return state as Exclude<State, { readonly status: 'ABSENT' }>;
}
