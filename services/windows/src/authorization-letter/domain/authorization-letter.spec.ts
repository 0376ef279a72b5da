import { instant } from '@onewindow/kernel';
import {
  given,
  permittedPairs,
  stateAfter,
  type CommandOfEach,
  type StateOfEach,
} from '@onewindow/testing';
import {
  authorizationLetter,
  authorizes,
  type LetterCommand,
  type LetterEvent,
  type LetterState,
} from './authorization-letter.ts';

const from = instant('2026-01-05T00:00:00Z');
const until = instant('2027-01-05T00:00:00Z');
const facts = {
  id: 'letter-1',
  region: 'region-1',
  documentNumber: '授〔2026〕1号',
  department: 'department-1',
  delegate: 'staff-1',
  items: ['item-1'],
  powers: ['ACCEPT', 'DECIDE'],
  validFrom: from,
  validUntil: until,
} as const;
const granted: LetterEvent = { type: 'AuthorizationGranted', ...facts };
const revoked: LetterEvent = { type: 'AuthorizationRevoked', reason: '离岗' };

const states: StateOfEach<LetterState> = {
  ABSENT: stateAfter(authorizationLetter, 'ABSENT', []),
  ACTIVE: stateAfter(authorizationLetter, 'ACTIVE', [granted]),
  REVOKED: stateAfter(authorizationLetter, 'REVOKED', [granted, revoked]),
};
const commands: CommandOfEach<LetterCommand> = {
  GrantAuthorization: {
    type: 'GrantAuthorization',
    ...facts,
    foreignItems: [],
    delegateHomeDepartment: 'department-1',
    delegateOnPost: true,
  },
  RevokeAuthorization: { type: 'RevokeAuthorization', reason: '离岗' },
};

/** Who may do what when, written down here once more: the table in the program is held against it, and not against itself. */
const LAW: Readonly<Record<LetterState['status'], readonly LetterCommand['type'][]>> = {
  ABSENT: ['GrantAuthorization'],
  ACTIVE: ['RevokeAuthorization'],
  REVOKED: [],
};

describe('letter of authorisation', () => {
  it.each(permittedPairs(states, commands))(
    '$state.status × $command.type is what the law permits, and no more',
    ({ state, command }) => {
      const permitted: readonly string[] = LAW[state.status];
      expect(authorizationLetter.decide(command, state).accepted).toBe(
        permitted.includes(command.type),
      );
    },
  );

  it('refuses items of another department: power goes with the item (002:163)', () => {
    given(authorizationLetter)
      .when({ ...commands.GrantAuthorization, foreignItems: ['item-1'] })
      .refuses({ code: 'ItemsOfAnotherDepartment', items: [{ id: 'item-1' }] });
  });

  it.each([
    ['is not on post', { delegateOnPost: false }],
    ['is of another department', { delegateHomeDepartment: 'department-2' }],
  ])('refuses a delegate who %s (002:104)', (_, difference) => {
    given(authorizationLetter)
      .when({ ...commands.GrantAuthorization, ...difference })
      .refuses({ code: 'DelegateNotOnPost' });
  });

  const question = { item: 'item-1', power: 'DECIDE', at: from } as const;

  it('authorises from its first moment to just before its last', () => {
    expect(authorizes(states.ACTIVE, question)).toBe(true);
    expect(authorizes(states.ACTIVE, { ...question, at: instant('2026-01-04T23:59:59Z') })).toBe(
      false,
    );
    expect(authorizes(states.ACTIVE, { ...question, at: until })).toBe(false);
  });

  it('authorises nothing else and nothing once revoked (002:37)', () => {
    expect(authorizes(states.ACTIVE, { ...question, item: 'item-2' })).toBe(false);
    expect(authorizes(states.ACTIVE, { ...question, power: 'ISSUE' })).toBe(false);
    expect(authorizes(states.REVOKED, question)).toBe(false);
  });
});
