import { fact, noticeEvents, noticeSnapshot, type NoticeSnapshot } from '@onewindow/contracts';
import { defineKind, type JournalOf, type TypesOf, type View } from '@onewindow/service';
import { caseSight } from '../case/sight.ts';
import { noticeTimers } from './domain/notice-evolution.ts';
import { noticeLifecycle } from './domain/notice-lifecycle.ts';
import type { NoticeState } from './domain/notice.ts';

/** What is stored, told, listed and seen of a notice. Its addressee lies sealed beside it. */
export const noticeKind = defineKind({
  kind: 'notice',
  collection: 'notices',
  // 2: how it is sent.
  stateVersion: 2,
  decider: noticeLifecycle,
  timers: noticeTimers,
  elapse: ({ kind, at }) => ({ type: 'ElapseTimer' as const, kind, at }),
  belonging: ({ region, centre, department }) => ({ region, centre, department }),
  // What officers wrote of the applicant is repeated in it.
  detachable: { NoticeIssued: ['parts.*.text'] },
  textsInState: ['parts.*.text'],
  events: {
    NoticeIssued: noticeEvents.issued,
    // Told with what it makes possible.
    NoticeSealed: null,
    NoticeServed: ({ how }, snapshot) => fact(noticeEvents.served, { happened: { how }, snapshot }),
    NoticeUnserved: noticeEvents.unserved,
    SendingBegun: ({ channel, round }, snapshot) =>
      fact(noticeEvents.sending, { happened: { channel, round, attempt: 1 }, snapshot }),
    SendingRepeated: ({ channel, round, attempt }, snapshot) =>
      fact(noticeEvents.sending, { happened: { channel, round, attempt }, snapshot }),
    // Whoever listens hears of it when it is tried again, or has failed.
    SendingDelayed: null,
    NoticeSent: ({ channel }, snapshot) =>
      fact(noticeEvents.sent, { happened: { channel }, snapshot }),
    SendingFailed: ({ channel, reason }, snapshot) =>
      fact(noticeEvents.failed, { happened: { channel, reason }, snapshot }),
  },
  snapshot: noticeSnapshotOf,
  lists: {
    scopes: {
      applicant: 'personal.index.identity',
      department: 'department',
      centre: 'centre',
    },
    filters: {
      statuses: { field: 'state.status', all: noticeSnapshot.shape.status.options },
      unserved: { field: 'state.unserved', all: [true, false] },
    },
    newest: 'state.issuedAt',
    of: { case: 'state.case' },
  },
  indexes: [{ fields: { 'state.onceKey': 1 }, unique: true, sparse: true, fact: 'oneTimeNotice' }],
  queries: { byOnceKey: { equality: ['state.onceKey'], sort: {} } },
  // The addressee sees what is his; staff what is their department's or centre's, as of cases.
  sight: caseSight,
});

export type NoticeJournal = JournalOf<TypesOf<typeof noticeKind>>;
export type NoticeView = View<NoticeState>;

/** What everybody may know of it: nothing of what it says, and nobody's name. */
function noticeSnapshotOf(view: NoticeView): NoticeSnapshot {
  const { id, status, kind, occasion, entry, item, region, centre, department } = view;
  const { issuedBy, issuedAt, sealed, unserved, served } = view;
  return {
    ...{ id, status, kind, occasion, case: view.case, entry, item, region, centre, department },
    ...{ issuedBy, issuedAt, unserved },
    seal: sealed?.seal ?? null,
    servedAt: served?.at ?? null,
  };
}
