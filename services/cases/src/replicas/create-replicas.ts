import type { Replica } from '@onewindow/persistence';
import type { Foundation } from '@onewindow/service';
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

export function createReplicas({ replica }: Pick<Foundation, 'replica'>): Replicas {
  return {
    items: replica('items', declared.items),
    staff: replica('staff', declared.staff),
    letters: replica('letters', declared.letters),
    seals: replica('seals', declared.seals),
    windows: replica('windows', declared.windows),
    centres: replica('centres', declared.centres),
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
