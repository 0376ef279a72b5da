import { endOfDay, nationalCalendar, parseDay, startOfDay } from '@onewindow/calendar';
import { instant } from '@onewindow/kernel';
import { given, permittedPairs, stateAfter } from '@onewindow/testing';
import { aSeal, ids } from '../../../test/a-case.ts';
import { NOTICE_PERMITTED, noticeLifecycle } from './notice-lifecycle.ts';
import type {
  ConfirmService,
  IssueNotice,
  NoticeCommand,
  NoticeEvent,
  NoticeKind,
  NoticeState,
  RecordSendingFailure,
  SendNotice,
} from './notice.ts';
import { servedBy } from './time-to-serve.ts';

const at = instant('2026-09-18T09:30:00+08:00');
const later = instant('2026-09-21T10:00:00+08:00');
const day = (text: string) => startOfDay(parseDay(text) ?? fail());
const fail = () => {
  throw new Error('No day.');
};
const facts = {
  kind: 'RECEIPT' as NoticeKind,
  occasion: null,
  form: 'WRITTEN',
  title: '受理通知书',
  parts: [{ heading: '受理情况', text: '现予受理。' }],
  rule: '行政许可法 32',
  ...{ case: ids.letter, entry: 2, item: ids.item, receiptNumber: '1' },
  ...{ region: ids.region, centre: ids.centre, department: ids.department },
  ...{ issuedBy: ids.officer, datedAt: at },
  addressee: { kind: 'NATURAL', digest: 'digest' },
  sealed: { seal: ids.seal, version: 1 },
  serveBy: servedBy(nationalCalendar, at),
} as const;
const issue: IssueNotice = { type: 'IssueNotice', at, ...facts };
const issued: NoticeEvent = { type: 'NoticeIssued', at, ...facts };
const unsealed: NoticeEvent = { ...issued, sealed: null };
const confirm: ConfirmService = {
  ...{ type: 'ConfirmService', at: later, how: 'AT_WINDOW', signedOn: null },
  ...{ by: ids.officer, seal: null },
};
const served: NoticeEvent = {
  ...{ type: 'NoticeServed', at: later, effectiveAt: later, how: 'AT_WINDOW' },
  confirmedBy: ids.officer,
};
// Friday, and five working days with a worked Sunday between, and before Mid-Autumn: law.md.
const end = endOfDay(parseDay('2026-09-24') ?? fail());
const elapse = { type: 'ElapseTimer', kind: 'UNSERVED', at: end } as const;

const unserved: NoticeEvent = { type: 'NoticeUnserved', at: end, effectiveAt: end };
// An announcement is for what has reached nobody.
const issuedState = { ...stateAfter(noticeLifecycle, 'ISSUED', [issued]), unserved: true };
const send: SendNotice = {
  ...{ type: 'SendNotice', at: later, channel: 'SMS', by: ids.officer, seal: null },
};
const publish = { type: 'PublishNotice', at: later, by: ids.officer, seal: null } as const;
const recordSent = { type: 'RecordSent', at: later, round: 1 } as const;
const failure: RecordSendingFailure = {
  ...{ type: 'RecordSendingFailure', at: later, round: 1, attempt: 1 },
  ...{ reason: 'HTTP_503', isFinal: false },
};
const timed = { ...issuedState, publicUntil: end };
const pairs = permittedPairs<NoticeState, NoticeCommand>(
  {
    ABSENT: { status: 'ABSENT' },
    ISSUED: timed,
    SENT: { ...timed, status: 'SENT' },
    FAILED: { ...timed, status: 'FAILED' },
    SERVED: stateAfter(noticeLifecycle, 'SERVED', [issued, served]),
  },
  {
    ...{ IssueNotice: issue, ConfirmService: confirm, SendNotice: send, PublishNotice: publish },
    ...{ RecordSent: recordSent, RecordSendingFailure: failure },
    ElapseTimer: { ...elapse, kind: 'PUBLIC' },
  },
);

it('permits what the rules say and nothing else', () => {
  const untilServed = [
    ...['ConfirmService', 'SendNotice', 'PublishNotice'],
    ...['RecordSent', 'RecordSendingFailure', 'ElapseTimer'],
  ];
  expect(NOTICE_PERMITTED).toEqual({
    ABSENT: ['IssueNotice'],
    ISSUED: untilServed,
    SENT: untilServed,
    FAILED: untilServed,
    // What came of a try may be known when it has been handed over already.
    SERVED: ['RecordSent', 'RecordSendingFailure'],
  });
});

it.each(pairs)('$state.status × $command.type agrees with PERMITTED', ({ state, command }) => {
  const permitted: readonly string[] = NOTICE_PERMITTED[state.status];
  expect(noticeLifecycle.decide(command, state).accepted).toBe(permitted.includes(command.type));
});

describe('a notice', () => {
  it('is issued under the seal of its department, with the time in which it is to be served', () => {
    given(noticeLifecycle).when(issue).then(issued);
    expect(issued.serveBy.dueAt).toBe(end);
  });

  it('bears no seal where somebody has only asked', () => {
    const asked = { kind: 'CONSULTATION', case: null, entry: null } as const;
    given(noticeLifecycle)
      .when({ ...issue, ...asked })
      .then({ ...issued, ...asked, sealed: null });
  });

  it('that was handed over at the window is served at that moment', () => {
    given(noticeLifecycle, issued).when(confirm).then(served);
    expect(stateAfter(noticeLifecycle, 'SERVED', [issued, served]).served).toEqual({
      ...{ how: 'AT_WINDOW', at: later, confirmedBy: ids.officer },
    });
  });

  it.each(['2026-09-18', '2026-09-19', '2026-09-21'])(
    'that the post has brought is served on the day on which it was signed for: %s',
    (text) => {
      const signedOn = day(text);
      given(noticeLifecycle, issued)
        .when({ ...confirm, how: 'BY_POST', signedOn })
        .then({ ...served, how: 'BY_POST', effectiveAt: signedOn });
    },
  );

  it.each([null, day('2026-09-17'), day('2026-09-22')])(
    'is served by post on no day before it was written, on none to come, and not without one: %s',
    (signedOn) => {
      given(noticeLifecycle, issued)
        .when({ ...confirm, how: 'BY_POST', signedOn })
        .refuses({ code: 'ServiceDayWrong' });
    },
  );

  it('that bears no seal yet gets it when it is given to somebody', () => {
    given(noticeLifecycle, unsealed)
      .when({ ...confirm, seal: aSeal() })
      .then({ type: 'NoticeSealed', at: later, sealed: { seal: ids.seal, version: 1 } }, served);
  });

  it.each([null, aSeal({ status: 'DESTROYED' }), aSeal({ department: ids.centre })])(
    'is given to nobody without a seal that somebody keeps for its department',
    (seal) => {
      given(noticeLifecycle, unsealed)
        .when({ ...confirm, seal })
        .refuses({ code: 'NoticeUnsealed' });
    },
  );

  it('that has reached nobody in five working days is told of once, and no sooner', () => {
    given(noticeLifecycle, issued).when(elapse).then(unserved);
    given(noticeLifecycle, issued)
      .when({ ...elapse, at: later })
      .refuses({ code: 'NotPermittedInStatus', command: 'ElapseTimer', status: 'ISSUED' });
    given(noticeLifecycle, issued, unserved)
      .when(elapse)
      .refuses({ code: 'NotPermittedInStatus', command: 'ElapseTimer', status: 'ISSUED' });
  });
});
