import { fact, journalSealMade } from '@onewindow/contracts';
import { accept, reject, type Decider } from '@onewindow/kernel';
import type { AggregateType } from '../aggregate-type.ts';
import { idFromCode } from '../ids.ts';
import type { Journal } from '../journal.ts';
import { rootOf, sealHead } from './seal-hashes.ts';
import { SEAL_KIND } from './seal-kind.ts';

/** Entries of one journal that a seal covers, first and last included. Known to the service only. */
export interface Covered {
  readonly kind: string;
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** A seal as everybody may know it, without its leaves. */
export interface SealState {
  /** 0 before it is made; then without a gap from 1. */
  readonly number: number;
  /** The head of the seal before it. */
  readonly previous: string;
  readonly root: string;
  /** How many leaves it has. */
  readonly size: number;
  readonly head: string;
}

export interface SealCommand {
  readonly type: 'MakeSeal';
  readonly number: number;
  readonly previous: string;
  readonly leaves: readonly string[];
  readonly covers: readonly Covered[];
}
export interface SealEvent extends Omit<SealCommand, 'type'> {
  readonly type: 'JournalSealMade';
  readonly root: string;
  readonly head: string;
}
interface SealRefusal {
  readonly code: 'AlreadyMade';
}

export type SealJournal = Journal<SealState, SealCommand, SealEvent, SealRefusal>;

export const SEAL_COLLECTION = 'journalSeals';

/** So many leaves fit into one event. */
export const MOST_LEAVES = 8_000;

/** Of two that make the seal of one number one is refused. */
export const sealId = (service: string, number: number): string =>
  idFromCode(SEAL_KIND, `${service}/${String(number)}`);

/** The seals of a service's journals, as a journal of their own. */
export function journalSealType(
  service: string,
): AggregateType<SealState, SealCommand, SealEvent, SealRefusal> {
  const contract = journalSealMade(service);
  const decider: Decider<SealState, SealCommand, SealEvent, SealRefusal> = {
    initial: { number: 0, previous: '', root: '', size: 0, head: '' },
    decide: ({ number, previous, leaves, covers }, made) => {
      if (made.number > 0) return reject({ code: 'AlreadyMade' });
      const root = rootOf(leaves);
      const head = sealHead({ service, number, previous, root, size: leaves.length });
      return accept({
        type: 'JournalSealMade',
        ...{ number, previous, root, head, leaves, covers },
      });
    },
    evolve: (_, { number, previous, root, head, leaves }) => ({
      ...{ number, previous, root, head },
      size: leaves.length,
    }),
  };
  return {
    kind: SEAL_KIND,
    collection: SEAL_COLLECTION,
    decider,
    stateVersion: 1,
    unsealed: true,
    // A seal covers what belongs to many places.
    belonging: () => ({ region: '_' }),
    publish: ({ event }, state, id) =>
      fact(contract, { happened: { leaves: [...event.leaves] }, snapshot: { id, ...state } }),
    indexes: [{ fields: { 'state.number': -1, _id: -1 } }],
    queries: { newest: { equality: [], sort: { 'state.number': -1, _id: -1 } } },
  };
}
