import { assertNever, type Instant } from '@onewindow/kernel';
import type { IssuedNotice, NoticeEvent, NoticeIssued, NoticeState } from './notice.ts';

/** What an entry makes of a notice. Never refuses: history is fact. */
export function evolveNotice(state: NoticeState, event: NoticeEvent): NoticeState {
  if (event.type === 'NoticeIssued') return issued(event);
  return state.status === 'ABSENT' ? state : changed(state, event);
}

function issued({ type: _, at, ...facts }: NoticeIssued): IssuedNotice {
  return {
    ...facts,
    ...{ status: 'ISSUED', issuedAt: at, unserved: false, served: null },
    ...{ sending: null, rounds: 0, sentBy: null, failure: null, publicUntil: null },
  };
}

function changed(state: IssuedNotice, event: Exclude<NoticeEvent, NoticeIssued>): IssuedNotice {
  switch (event.type) {
    case 'NoticeSealed':
      return { ...state, sealed: event.sealed };
    case 'NoticeServed': {
      const { how, effectiveAt: at, confirmedBy } = event;
      const served = { how, at, confirmedBy };
      return { ...state, status: 'SERVED', unserved: false, served, sending: null };
    }
    case 'SendingBegun': {
      const { channel, round } = event;
      const sending = { channel, round, attempt: 1, retryAt: null };
      return { ...state, sending, rounds: round, failure: null };
    }
    case 'SendingDelayed': {
      const { retryAt, reason } = event;
      return { ...state, failure: reason, sending: state.sending && { ...state.sending, retryAt } };
    }
    case 'SendingRepeated': {
      const { channel, round, attempt } = event;
      return { ...state, sending: { channel, round, attempt, retryAt: null } };
    }
    case 'NoticeSent': {
      const { channel: sentBy, publicUntil } = event;
      return { ...state, status: 'SENT', sending: null, sentBy, failure: null, publicUntil };
    }
    case 'SendingFailed':
      return { ...state, status: 'FAILED', sending: null, failure: event.reason };
    case 'NoticeUnserved':
      return { ...state, unserved: true };
    default:
      return assertNever(event);
  }
}

export interface NoticeTimer {
  readonly kind: 'UNSERVED' | 'RETRY' | 'PUBLIC';
  readonly at: Instant;
}

/**
 * It is told once that a notice has reached nobody in time; what could not be sent is tried again; an announcement
 * counts as service when its time has ended.
 */
export function noticeTimers(state: NoticeState): readonly NoticeTimer[] {
  if (state.status === 'ABSENT' || state.status === 'SERVED') return [];
  const { unserved, serveBy, sending, publicUntil } = state;
  const due: readonly (readonly [NoticeTimer['kind'], Instant | null])[] = [
    ['UNSERVED', unserved ? null : serveBy.dueAt],
    ['RETRY', sending?.retryAt ?? null],
    ['PUBLIC', publicUntil],
  ];
  return due.flatMap(([kind, at]) => (at === null ? [] : [{ kind, at }]));
}
