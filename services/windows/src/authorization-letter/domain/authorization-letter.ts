import { accept, assertNever, defineDecider, reject, type Instant } from '@onewindow/kernel';

export type Power = 'ACCEPT' | 'HANDLE' | 'DECIDE' | 'ISSUE';

/** A letter of authorisation (授权委托书) between a unit's legal person and a delegate, by item (002:37, 002:104). */
export interface LetterFacts {
  readonly id: string;
  readonly region: string;
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
  { readonly status: 'ABSENT' } | ({ readonly status: 'ACTIVE' | 'REVOKED' } & LetterFacts);

export type LetterCommand =
  | ({
      readonly type: 'GrantAuthorization';
      /** Of the items named, those that belong to another department: power goes with the item (权随事进, 002:163). */
      readonly foreignItems: readonly string[];
      readonly delegateHomeDepartment: string;
      readonly delegateOnPost: boolean;
    } & LetterFacts)
  | { readonly type: 'RevokeAuthorization'; readonly reason: string };

export type LetterEvent =
  | ({ readonly type: 'AuthorizationGranted' } & LetterFacts)
  | { readonly type: 'AuthorizationRevoked'; readonly reason: string };

const PERMITTED = {
  ABSENT: ['GrantAuthorization'],
  ACTIVE: ['RevokeAuthorization'],
  REVOKED: [],
} as const satisfies Record<LetterState['status'], readonly LetterCommand['type'][]>;

export const authorizationLetter = defineDecider<LetterState, LetterCommand, LetterEvent>()({
  initial: { status: 'ABSENT' },
  permitted: PERMITTED,
  branches: {
    GrantAuthorization: (command) => {
      const { foreignItems, delegateHomeDepartment, delegateOnPost, department } = command;
      if (foreignItems.length > 0) {
        const items = foreignItems.map((id) => ({ id }));
        return reject({ code: 'ItemsOfAnotherDepartment', items });
      }
      return delegateOnPost && delegateHomeDepartment === department
        ? accept({ type: 'AuthorizationGranted', ...factsOf(command) })
        : reject({ code: 'DelegateNotOnPost' });
    },
    RevokeAuthorization: ({ reason }) => accept({ type: 'AuthorizationRevoked', reason }),
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'AuthorizationGranted':
        return { ...factsOf(event), status: 'ACTIVE' };
      case 'AuthorizationRevoked':
        return state.status === 'ABSENT' ? state : { ...state, status: 'REVOKED' };
      default:
        return assertNever(event);
    }
  },
});

/** What is stored for ever is named: what is added to the command is not added to history. */
function factsOf(told: LetterFacts): LetterFacts {
  const { id, region, documentNumber, department, delegate } = told;
  const { items, powers, validFrom, validUntil } = told;
  const parties = { department, delegate };
  return { id, region, documentNumber, ...parties, items, powers, validFrom, validUntil };
}

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
