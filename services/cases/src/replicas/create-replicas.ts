import type { Replica } from '@onewindow/persistence';
import type { Foundation } from '@onewindow/service';
import type { ExclusionFact } from '../case/domain/facts.ts';
import type { KnownFacts } from './known-facts.ts';
import {
  factOf,
  replicaDeclarations as declared,
  type CentreRow,
  type DepartmentRow,
  type ExclusionRow,
  type ItemRow,
  type LetterRow,
  type SealRow,
  type StaffRow,
  type WindowRow,
} from './replica-rows.ts';

export interface Replicas {
  readonly items: Replica<ItemRow>;
  readonly staff: Replica<StaffRow>;
  readonly letters: Replica<LetterRow>;
  readonly seals: Replica<SealRow>;
  readonly windows: Replica<WindowRow>;
  readonly centres: Replica<CentreRow>;
  readonly departments: Replica<DepartmentRow>;
  readonly exclusions: Replica<ExclusionRow>;
}

export function createReplicas({ replica }: Pick<Foundation, 'replica'>): Replicas {
  return {
    items: replica('items', declared.items),
    staff: replica('staff', declared.staff),
    letters: replica('letters', declared.letters),
    seals: replica('seals', declared.seals),
    windows: replica('windows', declared.windows),
    centres: replica('centres', declared.centres),
    departments: replica('departments', declared.departments),
    exclusions: replica('exclusions', declared.exclusions),
  };
}

/** The facts that deciders are given, from the replicas. */
export function knownFactsFrom(replicas: Replicas): KnownFacts {
  const { items, staff, letters, seals, windows, centres, departments, exclusions } = replicas;
  const exclusionsOf = async (staffId: string): Promise<ReadonlyMap<string, ExclusionFact>> => {
    const rows = await exclusions.findBy('ofStaff', { staff: staffId, status: 'IN_FORCE' });
    // The longest holds, where there are several of one case.
    const ordered = [...rows].sort((one, other) => (one.until < other.until ? -1 : 1));
    return new Map(ordered.map(({ decidedBy, until, ...row }) => [row.case, { decidedBy, until }]));
  };
  return {
    exclusionsOf,
    item: async (id) => {
      const [row] = await items.findMany([id]);
      return row ? factOf(row) : null;
    },
    officer: async (id, caseId) => {
      const [[row], given, excluded] = await Promise.all([
        staff.findMany([id]),
        letters.findBy('ofDelegate', { delegate: id }),
        caseId === undefined ? null : exclusionsOf(id),
      ]);
      const known = {
        id,
        letters: given.map(factOf),
        excluded: excluded?.get(caseId ?? '') ?? null,
      };
      if (!row) return { ...known, staff: null };
      const [post] = row.window === null ? [] : await windows.findMany([row.window]);
      // Nobody is on post at a window that is closed.
      const window = post?.status === 'CLOSED' ? null : row.window;
      return { ...known, staff: factOf({ ...row, window }) };
    },
    seal: async (id) => {
      const [row] = await seals.findMany([id]);
      return row ? factOf(row) : null;
    },
    leaderInCharge: async (id) => (await departments.findMany([id]))[0]?.leaderInCharge ?? null,
    centreCode: async (id) => {
      const [row] = await centres.findMany([id]);
      return row?.code ?? null;
    },
  };
}
