import { idFromCode } from '@onewindow/persistence';
import {
  defineKind,
  everybody,
  everything,
  type JournalOf,
  type TypesOf,
  type View,
} from '@onewindow/service';
import { keptSeal, type KeptSealState } from './domain/kept-seal.ts';

const NEWEST = { 'state.seal.madeAt': -1, _id: -1 } as const;

/** What is stored, listed and seen of a seal that is kept: everybody sees all of it. */
export const keptSealKind = defineKind({
  kind: 'kept-seal',
  collection: 'keptSeals',
  stateVersion: 1,
  decider: keptSeal,
  unsealed: true,
  // A seal covers what belongs to many places.
  belonging: () => ({ region: '_' }),
  events: { SealKept: null, SealContradicted: null },
  snapshot: () => null,
  lists: { scopes: everything, filters: {} },
  queries: {
    ofService: { equality: ['state.service'], sort: NEWEST, range: ['state.seal.madeAt'] },
  },
  indexes: [{ fields: { 'state.service': 1, ...NEWEST } }],
  sight: everybody,
});

export type KeptSealJournal = JournalOf<TypesOf<typeof keptSealKind>>;
/** A kept seal as it is shown. */
export type KeptSealView = View<KeptSealState>;

/** One for each number of each service, so that a second seal for a number meets the first one. */
export const keptSealId = (service: string, number: number): string =>
  idFromCode('kept-seal', `${service}/${number.toString()}`);
