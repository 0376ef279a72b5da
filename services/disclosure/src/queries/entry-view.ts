import type { Loaded } from '@onewindow/persistence';
import type { EntryState, KnownEntry } from '../domain/disclosure-entry.ts';

/** An entry as it is shown: its state, with what the journal knows of it. */
export type EntryView = KnownEntry & Pick<Loaded<KnownEntry>, 'id' | 'version'>;

export function toEntryView({ id, version, state }: Loaded<EntryState>): EntryView {
  // No document is without its first entry.
  if (state.status === 'ABSENT') throw new Error(`The entry ${id} was never begun.`);
  return { ...state, id, version };
}
