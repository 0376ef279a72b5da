import type { ReplicaDeclaration, ReplicaRow } from '@onewindow/persistence';
import type {
  ExclusionFact,
  ItemFact,
  LetterFact,
  SealFact,
  StaffFact,
} from '../case/domain/facts.ts';

/** A fact as it lies in the replica: the version is the source's. */
type Row<Fact> = Omit<Fact, 'id' | 'version'> & ReplicaRow;

export type ItemRow = Row<ItemFact>;
export type StaffRow = Row<StaffFact>;
export type LetterRow = Row<LetterFact>;
export type SealRow = Row<SealFact>;
export type WindowRow = ReplicaRow & { readonly status: 'OPEN' | 'CLOSED' };
/** `leaderInCharge` null while none is named; `name` absent in rows from before it was kept. */
export type DepartmentRow = ReplicaRow & {
  readonly leaderInCharge: string | null;
  readonly name?: string;
};
export type CentreRow = ReplicaRow & { readonly code: string };
/** Who is kept away from which case, until when, and who has decided so. */
export type ExclusionRow = ReplicaRow &
  ExclusionFact & {
    readonly case: string;
    readonly staff: string;
    readonly status: 'IN_FORCE' | 'LIFTED';
  };

const byIdOnly: ReplicaDeclaration = { indexes: [], queries: {} };

/** Each replica with its collection; letters, exclusions and seals are looked for by something else than their id. */
export const replicaDeclarations = {
  items: byIdOnly,
  staff: byIdOnly,
  letters: {
    indexes: [{ fields: { delegate: 1, _id: 1 } }],
    queries: { ofDelegate: { equality: ['delegate'], sort: { _id: 1 } } },
  },
  exclusions: {
    indexes: [{ fields: { staff: 1, status: 1, _id: 1 } }],
    queries: { ofStaff: { equality: ['staff', 'status'], sort: { _id: 1 } } },
  },
  seals: {
    indexes: [{ fields: { department: 1, status: 1, _id: 1 } }],
    queries: { ofDepartment: { equality: ['department', 'status'], sort: { _id: 1 } } },
  },
  windows: byIdOnly,
  centres: byIdOnly,
  departments: byIdOnly,
} as const satisfies Record<string, ReplicaDeclaration>;

export function factOf<R extends ReplicaRow>({
  _id: id,
  sourceVersion: version,
  ...fields
}: R): Omit<R, '_id' | 'sourceVersion'> & { readonly id: string; readonly version: number } {
  return { ...fields, id, version };
}
