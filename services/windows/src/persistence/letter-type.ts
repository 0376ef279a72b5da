import { authorizationGranted, authorizationRevoked, fact } from '@onewindow/contracts';
import type { AggregateType } from '@onewindow/persistence';
import {
  authorizationLetter,
  type LetterCommand,
  type LetterEvent,
  type LetterState,
} from '../domain/authorization-letter.ts';
import type { Rejection } from '../domain/rejection.ts';
import { present } from './present.ts';

export const letterType: AggregateType<LetterState, LetterCommand, LetterEvent, Rejection> = {
  kind: 'authorization-letter',
  collection: 'authorizationLetters',
  decider: authorizationLetter,
  stateVersion: 1,
  belonging: (state) => ({ region: present(state).region, department: present(state).department }),
  publish: ({ event }, state) => {
    const { id, department, delegate, items, powers, validFrom, validUntil, status } =
      present(state);
    return fact(
      event.type === 'AuthorizationGranted' ? authorizationGranted : authorizationRevoked,
      {
        happened: {},
        snapshot: {
          id,
          department,
          delegate,
          items: [...items],
          powers: [...powers],
          validFrom,
          validUntil,
          status,
        },
      },
    );
  },
  indexes: [
    { fields: { 'state.documentNumber': 1 }, unique: true, fact: 'documentNumber' },
    { fields: { 'state.delegate': 1, _id: 1 } },
  ],
  queries: {
    byDelegate: { equality: ['state.delegate'], sort: { _id: 1 } },
  },
};
