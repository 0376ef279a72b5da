import { createReplica, type Database, type Replica } from '@onewindow/persistence';
import type { KnownFacts } from './known-facts.ts';
import {
  factOf,
  replicaDeclarations as declared,
  type CentreRow,
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
}

export function createReplicas(database: Database): Replicas {
  return {
    items: createReplica(database, 'items', declared.items),
    staff: createReplica(database, 'staff', declared.staff),
    letters: createReplica(database, 'letters', declared.letters),
    seals: createReplica(database, 'seals', declared.seals),
    windows: createReplica(database, 'windows', declared.windows),
    centres: createReplica(database, 'centres', declared.centres),
  };
}

/** The facts that deciders are given, from the replicas. */
export function knownFactsFrom(replicas: Replicas): KnownFacts {
  const { items, staff, letters, seals, windows, centres } = replicas;
  return {
    item: async (id) => {
      const [row] = await items.findMany([id]);
      return row ? factOf(row) : null;
    },
    officer: async (id) => {
      const [[row], given] = await Promise.all([
        staff.findMany([id]),
        letters.findBy('ofDelegate', { delegate: id }),
      ]);
      if (!row) return { id, staff: null, letters: given.map(factOf) };
      const [post] = row.window === null ? [] : await windows.findMany([row.window]);
      // Nobody is on post at a window that is closed.
      const window = post?.status === 'CLOSED' ? null : row.window;
      return { id, staff: factOf({ ...row, window }), letters: given.map(factOf) };
    },
    seal: async (id) => {
      const [row] = await seals.findMany([id]);
      return row ? factOf(row) : null;
    },
    centreCode: async (id) => {
      const [row] = await centres.findMany([id]);
      return row?.code ?? null;
    },
  };
}
