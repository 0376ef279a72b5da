import { given, permittedPairs, stateAfter } from '@onewindow/testing';
import { calendar, complaints, friday, ids, later } from '../../../test/a-matter.ts';
import type { ComplaintCommand, PersonsComplaintCommand } from './complaint-commands.ts';
import type { ComplaintEvent } from './complaint-events.ts';
import { COMPLAINT_PERMITTED } from './complaint-lifecycle.ts';
import type { ComplaintChannel, ComplaintState } from './complaint.ts';
import { complaintTimers, REPLY_PERIODS, replyDeadline } from './reply-deadline.ts';

const at = later('09-19');
const by = ids.supervisor;
const supervising = { at, by, concerned: [ids.handler] };
const matter = {
  channel: 'WEB',
  case: ids.case,
  target: ids.handler,
  targetOnPost: true,
  region: ids.region,
  centre: ids.centre,
  department: ids.department,
  digest: 'digest',
} as const;
const deadline = replyDeadline(calendar, friday, REPLY_PERIODS.WEB);
const investigator = ids.investigator;

const filed: ComplaintEvent = { type: 'ComplaintFiled', at: friday, ...matter, deadline };
const accepted: ComplaintEvent = { type: 'ComplaintAccepted', at, by };
const transferred: ComplaintEvent = {
  type: 'ComplaintTransferred',
  at,
  by,
  department: ids.elsewhere,
};
const assigned: ComplaintEvent = { type: 'InvestigatorAssigned', at, by, investigator };
const handled: ComplaintEvent = {
  type: 'ComplaintHandled',
  at,
  by: investigator,
  verdict: 'FOUNDED',
  result: '批评教育',
};
const asked: ComplaintEvent = {
  type: 'QuestionsPut',
  at,
  by,
  text: '当日窗口是否有人?',
  department: ids.department,
};
const replied: ComplaintEvent = { type: 'ComplaintReplied', at, by, text: '情况属实,已处理。' };
const closed: ComplaintEvent = { type: 'ComplaintClosed', at, by };
const reopened: ComplaintEvent = {
  type: 'ComplaintReopened',
  at,
  by: null,
  deadline: replyDeadline(calendar, at, REPLY_PERIODS.WEB),
};

const file = { type: 'FileComplaint', at: friday, ...matter, calendar } as const;
const accept = { type: 'AcceptComplaint', ...supervising } as const;
const transfer = { type: 'TransferComplaint', ...supervising, department: ids.elsewhere } as const;
const assign = { type: 'AssignInvestigator', ...supervising, investigator } as const;
const handle = {
  type: 'HandleComplaint',
  ...supervising,
  by: investigator,
  verdict: 'FOUNDED',
  result: '批评教育',
} as const;
const reply = { type: 'ReplyToComplaint', ...supervising, text: '情况属实,已处理。' } as const;
const question = { type: 'PutQuestions', ...supervising, text: '当日窗口是否有人?' } as const;
const answer = {
  type: 'AnswerQuestions',
  at,
  by: ids.handler,
  text: ' 当日有两人在岗。 ',
} as const;
const close = { type: 'CloseComplaint', ...supervising } as const;
const reopen = { type: 'ReopenComplaint', at, supervisor: null, calendar } as const;
const elapse = { type: 'ElapseTimer', kind: 'REPLY_DUE', at: later('09-26', '00:00') } as const;

const untilHandled = [filed, accepted, assigned, handled];
const pairs = permittedPairs<ComplaintState, PersonsComplaintCommand>(
  {
    ABSENT: { status: 'ABSENT' },
    FILED: stateAfter(complaints, 'FILED', [filed]),
    TRANSFERRED: stateAfter(complaints, 'TRANSFERRED', [filed, transferred]),
    ACCEPTED: stateAfter(complaints, 'ACCEPTED', [filed, accepted, asked]),
    INVESTIGATING: stateAfter(complaints, 'INVESTIGATING', [filed, accepted, asked, assigned]),
    HANDLED: stateAfter(complaints, 'HANDLED', untilHandled),
    REPLIED: stateAfter(complaints, 'REPLIED', [...untilHandled, replied]),
    CLOSED: stateAfter(complaints, 'CLOSED', [...untilHandled, replied, closed]),
    REOPENED: stateAfter(complaints, 'REOPENED', [...untilHandled, replied, closed, reopened]),
  },
  {
    FileComplaint: file,
    AcceptComplaint: accept,
    TransferComplaint: transfer,
    AssignInvestigator: assign,
    HandleComplaint: handle,
    PutQuestions: question,
    AnswerQuestions: answer,
    ReplyToComplaint: reply,
    CloseComplaint: close,
    ReopenComplaint: reopen,
  },
);

it('permits what 3.8 says and nothing else', () => {
  // The table of the law, written out: the decider's own is held against it and not against itself.
  const asking = ['PutQuestions', 'AnswerQuestions'];
  expect(COMPLAINT_PERMITTED).toEqual({
    ABSENT: ['FileComplaint'],
    FILED: ['AcceptComplaint', 'TransferComplaint', 'ElapseTimer'],
    TRANSFERRED: ['AcceptComplaint', 'TransferComplaint', 'ElapseTimer'],
    ACCEPTED: ['TransferComplaint', 'AssignInvestigator', ...asking, 'ElapseTimer'],
    INVESTIGATING: ['AssignInvestigator', ...asking, 'HandleComplaint', 'ElapseTimer'],
    HANDLED: ['ReplyToComplaint', 'ElapseTimer'],
    REPLIED: ['CloseComplaint', 'ReopenComplaint'],
    CLOSED: ['ReopenComplaint'],
    REOPENED: ['AssignInvestigator', 'ElapseTimer'],
  });
});

it.each(pairs)('$state.status × $command.type agrees with PERMITTED', ({ state, command }) => {
  const permitted: readonly string[] = COMPLAINT_PERMITTED[state.status];
  expect(complaints.decide(command, state).accepted).toBe(permitted.includes(command.type));
});

describe('a complaint goes its way', () => {
  it.each<[ComplaintCommand, readonly ComplaintEvent[], ComplaintEvent]>([
    [file, [], filed],
    [accept, [filed], accepted],
    [transfer, [filed], transferred],
    [accept, [filed, transferred], accepted],
    [assign, [filed, accepted], assigned],
    [handle, [filed, accepted, assigned], handled],
    [reply, untilHandled, replied],
    [close, [...untilHandled, replied], closed],
    [reopen, [...untilHandled, replied], reopened],
    [reopen, [...untilHandled, replied, closed], reopened],
    [assign, [...untilHandled, replied, reopened], assigned],
  ])('$type', (command, history, event) => {
    given(complaints, ...history)
      .when(command)
      .then(event);
  });

  it('and nobody can refuse it: every status leads on (有诉必理)', () => {
    for (const commands of Object.values<readonly string[]>(COMPLAINT_PERMITTED)) {
      expect(commands).not.toEqual([]);
      expect(commands.join()).not.toContain('Reject');
    }
  });
});

describe('the target of a complaint is shut out (000:16)', () => {
  const byTarget = { by: ids.handler, concerned: [] };
  it.each<[ComplaintCommand, readonly ComplaintEvent[]]>([
    [{ ...accept, ...byTarget }, [filed]],
    [{ ...transfer, ...byTarget }, [filed]],
    [{ ...assign, ...byTarget }, [filed, accepted]],
    [{ ...assign, concerned: [], investigator: ids.handler }, [filed, accepted]],
    [{ ...handle, ...byTarget }, [filed, accepted, assigned]],
    [{ ...reply, ...byTarget }, untilHandled],
    [{ ...close, ...byTarget }, [...untilHandled, replied]],
    [{ ...reopen, supervisor: byTarget }, [...untilHandled, replied]],
  ])('of $type', (command, history) => {
    given(complaints, ...history)
      .when(command)
      .refuses({ code: 'TargetMayNotInvestigate' });
  });
});

describe('who handles the case does not deal with the complaint about it (003:39, A38)', () => {
  const handling = { by: 'another handler', concerned: ['another handler'] };
  it.each<[ComplaintCommand, readonly ComplaintEvent[]]>([
    [{ ...accept, ...handling }, [filed]],
    [{ ...assign, concerned: [investigator] }, [filed, accepted]],
    [{ ...handle, concerned: [investigator] }, [filed, accepted, assigned]],
    [{ ...close, ...handling }, [...untilHandled, replied]],
  ])('as in $type', (command, history) => {
    given(complaints, ...history)
      .when(command)
      .refuses({ code: 'HandlerMayNotSupervise' });
  });
});

describe('what is said', () => {
  it('is found by the investigator and nobody else', () => {
    given(complaints, filed, accepted, assigned)
      .when({ ...handle, by })
      .refuses({ code: 'NotTheInvestigator' });
  });

  it.each<['result' | 'text', ComplaintCommand, readonly ComplaintEvent[]]>([
    ['result', { ...handle, result: ' ' }, [filed, accepted, assigned]],
    ['text', { ...reply, text: '' }, untilHandled],
  ])('has words: %s (有理必果, 件件有回音)', (field, command, history) => {
    given(complaints, ...history)
      .when(command)
      .refuses({ code: 'WordsRequired', field });
  });

  it('begins anew when it is reopened', () => {
    const state = stateAfter(complaints, 'REOPENED', [...untilHandled, replied, reopened]);
    expect(state).toMatchObject({ investigator: null, finding: null, reply: null, reopenings: 1 });
    expect(state.deadline.startedAt).toBe(at);
  });
});

describe('the time to reply', () => {
  it.each<[ComplaintChannel, string]>([
    ['PHONE', '09-22'],
    ['HOTLINE', '09-22'],
    ['REPORT_PHONE', '09-22'],
    ['SERVICE_DESK', '09-26'],
    ['MAILBOX', '09-26'],
    ['OPINION_BOX', '09-26'],
    ['WEB', '09-26'],
  ])(
    'of %s ends with the day before %s: 3 days by phone, 7 in writing (001:49)',
    (channel, day) => {
      const { dueAt, rule, ledger } = replyDeadline(calendar, friday, REPLY_PERIODS[channel]);
      expect(dueAt).toBe(later(day, '00:00'));
      expect(rule).toBe('001:49');
      expect(ledger.every(({ reason }) => reason === 'CALENDAR_DAY')).toBe(true);
    },
  );

  it('runs until the complainant has an answer', () => {
    const due = [{ kind: 'REPLY_DUE', at: later('09-26', '00:00') }];
    expect(complaintTimers(stateAfter(complaints, 'HANDLED', untilHandled))).toEqual(due);
    const answered = stateAfter(complaints, 'REPLIED', [...untilHandled, replied]);
    expect(complaintTimers(answered)).toEqual([]);
    expect(complaintTimers({ status: 'ABSENT' })).toEqual([]);
  });

  it('is over once, at its moment, whenever that is noticed', () => {
    const overdue: ComplaintEvent = {
      type: 'ReplyOverdue',
      at: later('10-12'),
      effectiveAt: later('09-26', '00:00'),
    };
    given(complaints, filed)
      .when({ ...elapse, at: later('10-12') })
      .then(overdue);
    const late = stateAfter(complaints, 'FILED', [filed, overdue]);
    expect(late.overdue).toBe(true);
    expect(complaintTimers(late)).toEqual([]);
    given(complaints, filed, overdue)
      .when(elapse)
      .refuses({ code: 'NotPermittedInStatus', command: 'ElapseTimer', status: 'FILED' });
  });

  it('is not over before it is', () => {
    given(complaints, filed)
      .when({ ...elapse, at: later('09-25', '23:59') })
      .refuses({ code: 'NotPermittedInStatus', command: 'ElapseTimer', status: 'FILED' });
  });
});
