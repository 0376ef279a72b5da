import type { Loaded } from '@onewindow/persistence';
import type { CaseState, FiledCase } from '../domain/case.ts';

/** A case as it is shown: its state, with what the journal knows of it. */
export type CaseView = FiledCase & Pick<Loaded<FiledCase>, 'id' | 'version' | 'personal'>;

export function toCaseView({ id, version, state, personal }: Loaded<CaseState>): CaseView {
  // No document is without its first entry.
  if (state.status === 'ABSENT') throw new Error(`The case ${id} was never filed.`);
  return { ...state, id, version, ...(personal && { personal }) };
}
