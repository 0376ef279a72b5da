import { accept, assertNever, reject, type Decider, type Instant } from '@onewindow/kernel';
import { notPermitted, type Rejection } from './rejection.ts';

export type Power = 'ACCEPT' | 'HANDLE' | 'DECIDE' | 'ISSUE';

/** A letter of authorisation (授权委托书) between a unit's legal person and a delegate, by item (002:37, 002:104). */
export interface LetterFacts {
  readonly documentNumber: string;
  readonly department: string;
  readonly delegate: string;
  readonly items: readonly string[];
  readonly powers: readonly Power[];
  readonly validFrom: Instant;
  /** The moment from which it is no longer valid, null when it has no end. */
  readonly validUntil: Instant | null;
}

export type LetterState =
  | { readonly status: 'ABSENT' }
  | ({
      readonly status: 'ACTIVE' | 'REVOKED';
      readonly id: string;
      readonly region: string;
    } & LetterFacts);

export type LetterCommand =
  | ({
      readonly type: 'GrantAuthorization';
      readonly id: string;
      readonly region: string;
      /** Of the items named, those that belong to another department: power goes with the item (权随事进, 002:163). */
      readonly foreignItems: readonly string[];
      readonly delegateHomeDepartment: string;
      readonly delegateOnPost: boolean;
    } & LetterFacts)
  | { readonly type: 'RevokeAuthorization'; readonly reason: string };

export type LetterEvent =
  | ({
      readonly type: 'AuthorizationGranted';
      readonly id: string;
      readonly region: string;
    } & LetterFacts)
  | { readonly type: 'AuthorizationRevoked'; readonly reason: string };

export const PERMITTED = {
  ABSENT: ['GrantAuthorization'],
  ACTIVE: ['RevokeAuthorization'],
  REVOKED: [],
} as const satisfies Record<LetterState['status'], readonly LetterCommand['type'][]>;

export const authorizationLetter: Decider<LetterState, LetterCommand, LetterEvent, Rejection> = {
  initial: { status: 'ABSENT' },
  decide: (command, state) => {
    const permitted: readonly string[] = PERMITTED[state.status];
    if (!permitted.includes(command.type)) return reject(notPermitted(state.status));
    switch (command.type) {
      case 'GrantAuthorization': {
        const { foreignItems, delegateHomeDepartment, delegateOnPost, ...facts } = command;
        if (foreignItems.length > 0) {
          return reject({
            code: 'ItemsOfAnotherDepartment',
            items: foreignItems.map((id) => ({ id })),
          });
        }
        if (!delegateOnPost || delegateHomeDepartment !== command.department) {
          return reject({ code: 'DelegateNotOnPost' });
        }
        return accept({ ...facts, type: 'AuthorizationGranted' });
      }
      case 'RevokeAuthorization':
        return accept({ ...command, type: 'AuthorizationRevoked' });
      default:
        return assertNever(command);
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'AuthorizationGranted': {
        const { type: _, ...facts } = event;
        return { ...facts, status: 'ACTIVE' };
      }
      case 'AuthorizationRevoked':
        return state.status === 'ABSENT' ? state : { ...state, status: 'REVOKED' };
      default:
        return assertNever(event);
    }
  },
};

/** Whether a letter gives this power over this item at this moment. */
export function authorizes(
  letter: LetterState,
  question: { readonly item: string; readonly power: Power; readonly at: Instant },
): boolean {
  return (
    letter.status === 'ACTIVE' &&
    letter.items.includes(question.item) &&
    letter.powers.includes(question.power) &&
    letter.validFrom <= question.at &&
    (letter.validUntil === null || question.at < letter.validUntil)
  );
}
