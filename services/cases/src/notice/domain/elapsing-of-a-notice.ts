import { accept, reject } from '@onewindow/kernel';
import { noticeTimers } from './notice-evolution.ts';
import type {
  ElapseNoticeTimer,
  IssuedNotice,
  NoticeServed,
  NoticeUnserved,
  SendingRepeated,
} from './notice.ts';

/** What a due timer of a notice does. Whenever it is noticed, the moment that counts is the timer's own. */
export function elapseNotice({ at, kind }: ElapseNoticeTimer, state: IssuedNotice) {
  const due = noticeTimers(state).find((timer) => timer.kind === kind);
  if (!due || due.at > at) {
    const { status } = state;
    return reject({ code: 'NotPermittedInStatus', command: 'ElapseTimer', status });
  }
  const effectiveAt = due.at;
  if (due.kind === 'UNSERVED')
    return accept<NoticeUnserved>({ type: 'NoticeUnserved', at, effectiveAt });
  if (due.kind === 'PUBLIC')
    return accept<NoticeServed>({
      ...{ type: 'NoticeServed', at, effectiveAt, how: 'PUBLIC', confirmedBy: null },
    });
  if (!state.sending) throw new Error('Nothing is sent that could be tried again.');
  const { channel, round, attempt } = state.sending;
  return accept<SendingRepeated>({
    ...{ type: 'SendingRepeated', at, effectiveAt, channel, round, attempt: attempt + 1 },
  });
}
