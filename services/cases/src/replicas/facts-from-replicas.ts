import { readJoined, type Database } from '@onewindow/persistence';
import { inBatches } from '@onewindow/runtime';
import type { ExclusionFact, Officer } from '../case/domain/facts.ts';
import type { Replicas } from './create-replicas.ts';
import type { KnownFacts } from './known-facts.ts';
import { factOf, type ExclusionRow } from './replica-rows.ts';

/** What one answer needs: ids of each kind. */
interface Wanted {
  readonly officers?: readonly string[];
  readonly items?: readonly string[];
  readonly seals?: readonly string[];
  readonly departments?: readonly string[];
}

/** Rows that several wanted, by one command. */
type Found = Awaited<ReturnType<typeof readWanted>>;

/** The facts that deciders are given, from the replicas. */
export function factsFromReplicas(
  database: Pick<Database, 'native'>,
  replicas: Replicas,
): KnownFacts {
  const read = inBatches(async (all: readonly Wanted[]) => {
    const found = await readWanted(database, replicas, all);
    return all.map(() => found);
  });
  return {
    exclusionsOf: async (staffId) =>
      longest(await replicas.exclusions.findBy('ofStaff', { staff: staffId, status: 'IN_FORCE' })),
    item: async (id) => itemOf(await read({ items: [id] }), id),
    officer: async (id, caseId) => officerOf(await read({ officers: [id] }), id, caseId),
    seal: async (id) => {
      const { seals, keepers } = await read({ seals: [id] });
      const row = seals.find(({ _id }) => _id === id);
      const keeper = keepers.find(({ _id }) => _id === row?.custodian);
      return { seal: row ? factOf(row) : null, keeper: keeper ? factOf(keeper) : null };
    },
    sealOf: async (department) => {
      const kept = { department, status: 'IN_CUSTODY' };
      const [row] = await replicas.seals.findBy('ofDepartment', kept);
      return row ? factOf(row) : null;
    },
    departmentName: async (id) => {
      const { departments } = await read({ departments: [id] });
      return departments.find(({ _id }) => _id === id)?.name ?? null;
    },
    leaderInCharge: async (id) => {
      const { departments } = await read({ departments: [id] });
      return departments.find(({ _id }) => _id === id)?.leaderInCharge ?? null;
    },
    itemAtCentre: async (id) => {
      const found = await read({ items: [id] });
      const item = itemOf(found, id);
      const centre = found.centres.find(({ _id }) => _id === item?.centre);
      return { item, centreCode: centre?.code ?? null };
    },
  };
}

function readWanted(
  database: Pick<Database, 'native'>,
  { items, staff, letters, seals, windows, centres, departments, exclusions }: Replicas,
  all: readonly Wanted[],
) {
  const of = (kind: keyof Wanted) => [...new Set(all.flatMap((wanted) => wanted[kind] ?? []))];
  const officers = of('officers');
  return readJoined(database, {
    staff: staff.where('_id', officers),
    letters: letters.where('delegate', officers),
    exclusions: exclusions.where('staff', officers),
    windows: windows.where('_id', { foundBy: 'staff', field: 'window' }),
    items: items.where('_id', of('items')),
    centres: centres.where('_id', { foundBy: 'items', field: 'centre' }),
    seals: seals.where('_id', of('seals')),
    keepers: staff.where('_id', { foundBy: 'seals', field: 'custodian' }),
    departments: departments.where('_id', of('departments')),
  });
}

function itemOf({ items }: Found, id: string) {
  const row = items.find(({ _id }) => _id === id);
  return row ? factOf(row) : null;
}

function officerOf(found: Found, id: string, caseId: string | undefined): Officer {
  const row = found.staff.find(({ _id }) => _id === id);
  const kept = found.exclusions.filter(
    ({ staff, status }) => staff === id && status === 'IN_FORCE',
  );
  const known = {
    id,
    letters: found.letters.filter(({ delegate }) => delegate === id).map(factOf),
    excluded: (caseId === undefined ? undefined : longest(kept).get(caseId)) ?? null,
  };
  if (!row) return { ...known, staff: null };
  const post = found.windows.find(({ _id }) => _id === row.window);
  // Nobody is on post at a window that is closed.
  const window = post?.status === 'CLOSED' ? null : row.window;
  return { ...known, staff: factOf({ ...row, window }) };
}

/** By case; the longest holds, where there are several of one. */
function longest(rows: readonly ExclusionRow[]): ReadonlyMap<string, ExclusionFact> {
  const ordered = [...rows].sort((one, other) => (one.until < other.until ? -1 : 1));
  return new Map(ordered.map(({ decidedBy, until, ...row }) => [row.case, { decidedBy, until }]));
}
