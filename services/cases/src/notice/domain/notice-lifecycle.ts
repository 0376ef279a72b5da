import { dayOf } from '@onewindow/calendar';
import { accept, defineDecider, reject, type Instant } from '@onewindow/kernel';
import { elapseNotice } from './elapsing-of-a-notice.ts';
import { evolveNotice } from './notice-evolution.ts';
import type {
  ConfirmService,
  IssuedNotice,
  NoticeCommand,
  NoticeEvent,
  NoticeSealed,
  NoticeServed,
  NoticeState,
} from './notice.ts';
import { needsSeal, sealing } from './seal-of-a-notice.ts';
import { publishNotice, recordSendingFailure, recordSent, sendNotice } from './sending.ts';

/** What may be done with a notice in which status, by a person or by its timer. */
const UNTIL_SERVED = [
  'ConfirmService',
  'SendNotice',
  'PublishNotice',
  'RecordSent',
  'RecordSendingFailure',
  'ElapseTimer',
] as const;
export const NOTICE_PERMITTED = {
  ABSENT: ['IssueNotice'],
  ISSUED: UNTIL_SERVED,
  SENT: UNTIL_SERVED,
  FAILED: UNTIL_SERVED,
  // What came of a try may be known when it has been handed over already.
  SERVED: ['RecordSent', 'RecordSendingFailure'],
} as const satisfies Record<NoticeState['status'], readonly NoticeCommand['type'][]>;

/** 告知书: what a person is told in writing is issued once, and counts from the day on which he has got it (送达). */
export const noticeLifecycle = defineDecider<NoticeState, NoticeCommand, NoticeEvent>()({
  initial: { status: 'ABSENT' },
  permitted: NOTICE_PERMITTED,
  branches: {
    IssueNotice: (command) => {
      const { at, kind, occasion, form, title, parts, rule, item, receiptNumber, entry } = command;
      const { region, centre, department, issuedBy, datedAt, addressee, serveBy } = command;
      return accept({
        type: 'NoticeIssued',
        ...{ at, kind, occasion, form, title, parts, rule, item, receiptNumber, entry },
        ...{ region, centre, department, issuedBy, datedAt, addressee, serveBy },
        case: command.case,
        sealed: needsSeal(kind) ? command.sealed : null,
        ...(command.onceKey !== undefined && { onceKey: command.onceKey }),
      });
    },
    ConfirmService: confirmService,
    SendNotice: sendNotice,
    PublishNotice: publishNotice,
    RecordSent: recordSent,
    RecordSendingFailure: recordSendingFailure,
    ElapseTimer: elapseNotice,
  },
  evolve: evolveNotice,
});

/**
 * 送达: handed over at the window and opened over the net it is served at that moment, by post on the day on which it
 * was signed for. A paper that needs a seal is not served without (行政许可法 32).
 */
function confirmService({ at, how, signedOn, by, seal }: ConfirmService, state: IssuedNotice) {
  const sealed = sealing(state, seal, at);
  if (!sealed.ok) return reject(sealed.refusal);
  const servedAt = how === 'BY_POST' ? signedOn : at;
  if (servedAt === null || !isPossibleDay(servedAt, state, at)) {
    return reject({ code: 'ServiceDayWrong' });
  }
  return accept<NoticeSealed | NoticeServed>(...sealed.events, {
    type: 'NoticeServed',
    at,
    effectiveAt: servedAt,
    how,
    confirmedBy: by,
  });
}

/** Nobody gets a paper before it is written, nor on a day that has not come. */
function isPossibleDay(servedAt: Instant, { issuedAt }: IssuedNotice, at: Instant): boolean {
  return dayOf(issuedAt) <= dayOf(servedAt) && dayOf(servedAt) <= dayOf(at);
}
