import { aCase, answer, commands, eventOf, lifecycle, play } from '../../../test/a-case.ts';
import type { CaseState, CaseStatus } from './case.ts';

/** Who may do what when, written down here once more: the table in the program is held against it, and not against itself. */
const LAW: Readonly<Record<CaseStatus | 'ABSENT', readonly string[]>> = {
  ABSENT: ['SubmitCase'],
  SUBMITTED: ['RequestSupplement', 'AcceptCase', 'ReturnCase', 'WithdrawCase'],
  SUPPLEMENT_REQUIRED: ['SubmitSupplement', 'WithdrawCase'],
  ACCEPTED: ['DispatchCase', 'WithdrawCase'],
  IN_PROCESS: ['DispatchCase', 'SuspendCase', 'ResumeCase', 'DecideCase', 'WithdrawCase'],
  APPROVED: ['IssueCertificate'],
  REJECTED: ['CompleteCase'],
  RETURNED: ['CompleteCase'],
  LAPSED: [],
  WITHDRAWN: [],
  ISSUED: ['CompleteCase'],
  COMPLETED: [],
  ARCHIVED: [],
};

const statuses = Object.keys(LAW) as (CaseStatus | 'ABSENT')[];
const inStatus = (status: CaseStatus | 'ABSENT'): CaseState =>
  status === 'ABSENT' ? lifecycle.initial : aCase(status);

describe('case lifecycle', () => {
  const pairs = statuses.flatMap((status) =>
    Object.values(commands).map((command) => ({ status, type: command.type })),
  );

  it.each(pairs)('$status × $type is what the law permits, and no more', ({ status, type }) => {
    // What ends a special procedure needs one that lasts, which belongs to no status of its own.
    const state =
      type === 'ResumeCase' && status === 'IN_PROCESS'
        ? play([commands.SuspendCase], inStatus(status))
        : inStatus(status);
    const permitted: readonly string[] = LAW[status];
    expect(lifecycle.decide(commands[type], state).accepted).toBe(permitted.includes(type));
  });

  it.each(statuses)('an %s case is what the name says', (status) => {
    expect(inStatus(status).status).toBe(status);
  });

  it('names the status that stands in the way', () => {
    const decision = lifecycle.decide(commands.DecideCase, aCase('SUBMITTED'));
    expect(decision).toEqual({
      accepted: false,
      rejection: { code: 'NotPermittedInStatus', command: 'DecideCase', status: 'SUBMITTED' },
    });
  });

  it('folds history without asking whether it was right', () => {
    const event = eventOf('CaseWithdrawn', commands.WithdrawCase, aCase());
    expect(lifecycle.evolve(lifecycle.initial, event)).toEqual(lifecycle.initial);
    expect(lifecycle.evolve(aCase('COMPLETED'), event).status).toBe('WITHDRAWN');
  });

  it('says the same to the same command for ever', () => {
    expect(lifecycle.decide(commands.AcceptCase, aCase())).toEqual(
      lifecycle.decide(commands.AcceptCase, aCase()),
    );
    expect(answer(commands.AcceptCase, aCase())).toEqual(['CaseAccepted', 'CaseDispatched']);
  });

  it.each(['SUBMITTED', 'SUPPLEMENT_REQUIRED', 'ACCEPTED', 'IN_PROCESS', 'APPROVED'] as const)(
    'an %s case keeps its filing key, so that it is not filed twice (002:15)',
    (status) => {
      expect(aCase(status).filingKey).toBe('key');
    },
  );

  it.each(['RETURNED', 'LAPSED', 'WITHDRAWN', 'COMPLETED'] as const)(
    'a %s case gives its filing key up: the applicant may file again',
    (status) => {
      expect(aCase(status)).not.toHaveProperty('filingKey');
    },
  );
});
