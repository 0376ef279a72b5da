import type { Loaded } from '@onewindow/persistence';

/** An aggregate that is there, as the graph reads it: its state with its version. */
export type View<State extends { readonly status: string }> = Exclude<
  State,
  { readonly status: 'ABSENT' }
> & { readonly id: string; readonly version: number };

export function toView<State extends { readonly status: string }>(
  loaded: Loaded<State>,
): View<State> {
  return { ...loaded.state, id: loaded.id, version: loaded.version } as unknown as View<State>;
}
