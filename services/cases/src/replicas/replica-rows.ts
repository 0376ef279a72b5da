import type { ReplicaDeclaration, ReplicaRow } from '@onewindow/persistence';
import type { ItemFact, LetterFact, SealFact, StaffFact } from '../domain/facts.ts';

/** A fact as it lies in the replica: the version is the source's. */
type Row<Fact> = Omit<Fact, 'id' | 'version'> & ReplicaRow;

export type ItemRow = Row<ItemFact>;
export type StaffRow = Row<StaffFact>;
export type LetterRow = Row<LetterFact>;
export type SealRow = Row<SealFact>;
export type WindowRow = ReplicaRow & { readonly status: 'OPEN' | 'CLOSED' };
export type CentreRow = ReplicaRow & { readonly code: string };
/** A complaint, with the case it is about and whom it is against where it says so. */
export type ComplaintRow = ReplicaRow & {
  readonly case: string | null;
  readonly target: string | null;
  readonly open: boolean;
};

const byIdOnly: ReplicaDeclaration = { indexes: [], queries: {} };

/** Each replica with its collection; letters and complaints are looked for by something else than their id. */
export const replicaDeclarations = {
  items: byIdOnly,
  staff: byIdOnly,
  letters: {
    indexes: [{ fields: { delegate: 1, _id: 1 } }],
    queries: { ofDelegate: { equality: ['delegate'], sort: { _id: 1 } } },
  },
  complaints: {
    indexes: [{ fields: { case: 1, target: 1, open: 1, _id: 1 } }],
    queries: { openAgainst: { equality: ['case', 'target', 'open'], sort: { _id: 1 } } },
  },
  seals: byIdOnly,
  windows: byIdOnly,
  centres: byIdOnly,
} as const satisfies Record<string, ReplicaDeclaration>;

export function factOf<R extends ReplicaRow>({
  _id: id,
  sourceVersion: version,
  ...fields
}: R): Omit<R, '_id' | 'sourceVersion'> & { readonly id: string; readonly version: number } {
  return { ...fields, id, version };
}
