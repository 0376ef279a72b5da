import {
  authorizationGranted,
  authorizationRevoked,
  type AuthorizationSnapshot,
} from '@onewindow/contracts';
import { seesPlace } from '@onewindow/identity';
import {
  defineKind,
  everything,
  type JournalOf,
  type TypesOf,
  type View,
} from '@onewindow/service';
import type { KnowsCentres } from '../knows-centres.ts';
import { authorizationLetter } from './domain/authorization-letter.ts';
import type { LetterState } from './domain/authorization-letter.ts';

/** What is stored, told and seen of a letter: shown to those whom its department concerns, listed of that department. */
export const authorizationLetterKind = defineKind({
  kind: 'authorization-letter',
  collection: 'authorizationLetters',
  stateVersion: 1,
  decider: authorizationLetter,
  belonging: ({ region, department }) => ({ region, department }),
  detachable: { AuthorizationRevoked: ['reason'] },
  events: {
    AuthorizationGranted: authorizationGranted,
    AuthorizationRevoked: authorizationRevoked,
  },
  snapshot: letterSnapshotOf,
  lists: {
    scopes: everything,
    filters: {},
    lowest: 'state.documentNumber',
    of: { department: 'department' },
    onlyOf: true,
  },
  indexes: [
    { fields: { 'state.documentNumber': 1 }, unique: true, fact: 'documentNumber' },
    { fields: { 'state.delegate': 1, _id: 1 } },
  ],
  queries: { byDelegate: { equality: ['state.delegate'], sort: { _id: 1 } } },
  sight: () => null,
  alsoSees: (viewer, letter, { centreOf }: KnowsCentres) => seesPlace(viewer, letter, centreOf),
});

export type LetterJournal = JournalOf<TypesOf<typeof authorizationLetterKind>>;

function letterSnapshotOf(letter: View<LetterState>): AuthorizationSnapshot {
  const { id, department, delegate, validFrom, validUntil, status } = letter;
  const [items, powers] = [[...letter.items], [...letter.powers]];
  return { id, department, delegate, items, powers, validFrom, validUntil, status };
}
