import { assertNever, type Instant } from '@onewindow/kernel';
import type { IssuedNotice, NoticeEvent, NoticeIssued, NoticeState } from './notice.ts';

/** What an entry makes of a notice. Never refuses: history is fact. */
export function evolveNotice(state: NoticeState, event: NoticeEvent): NoticeState {
  if (event.type === 'NoticeIssued') return issued(event);
  return state.status === 'ABSENT' ? state : changed(state, event);
}

function issued({ type: _, at, ...facts }: NoticeIssued): IssuedNotice {
  return { ...facts, status: 'ISSUED', issuedAt: at, unserved: false, served: null };
}

function changed(state: IssuedNotice, event: Exclude<NoticeEvent, NoticeIssued>): IssuedNotice {
  switch (event.type) {
    case 'NoticeSealed':
      return { ...state, sealed: event.sealed };
    case 'NoticeServed': {
      const { how, effectiveAt: at, confirmedBy } = event;
      return { ...state, status: 'SERVED', unserved: false, served: { how, at, confirmedBy } };
    }
    case 'NoticeUnserved':
      return { ...state, unserved: true };
    default:
      return assertNever(event);
  }
}

export interface NoticeTimer {
  readonly kind: 'UNSERVED';
  readonly at: Instant;
}

/** It is told once that a notice has not reached anybody in time. */
export function noticeTimers(state: NoticeState): readonly NoticeTimer[] {
  if (state.status === 'ABSENT' || state.status === 'SERVED' || state.unserved) return [];
  const { dueAt } = state.serveBy;
  return dueAt === null ? [] : [{ kind: 'UNSERVED', at: dueAt }];
}
