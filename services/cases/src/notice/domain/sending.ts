import { addDays, dayOf, endOfDay } from '@onewindow/calendar';
import { accept, instant, reject, type Instant } from '@onewindow/kernel';
import type {
  IssuedNotice,
  NoticeChannel,
  NoticeSealed,
  NoticeSent,
  PublishNotice,
  RecordSendingFailure,
  RecordSent,
  SendingBegun,
  SendingDelayed,
  SendingFailed,
  SendNotice,
} from './notice.ts';
import { sealing } from './seal-of-a-notice.ts';

/** How long is waited before each further try, in minutes. Behind the last one it has failed. */
export const PAUSES_MINUTES = [1, 5, 30, 120] as const;

/** An announcement counts as service when 30 days have passed (民事诉讼法 95). */
export const PUBLIC_DAYS = 30;

/** Sends it to the addressee, one channel at a time. What nobody is named on goes to nobody. */
export function sendNotice({ at, channel, by, seal }: SendNotice, state: IssuedNotice) {
  if (state.addressee === null) return reject({ code: 'NobodyToSendTo' });
  return begin({ at, channel, by, seal }, state);
}

/** 公告送达: only what has reached nobody in time, or could not be sent, is announced (民事诉讼法 95). */
export function publishNotice({ at, by, seal }: PublishNotice, state: IssuedNotice) {
  if (state.addressee === null) return reject({ code: 'NobodyToSendTo' });
  if (!state.unserved && state.status !== 'FAILED') return reject({ code: 'OtherWaysFirst' });
  return begin({ at, channel: 'PUBLIC', by, seal }, state);
}

function begin(
  { at, channel, by, seal }: Pick<SendNotice, 'at' | 'by' | 'seal'> & { channel: NoticeChannel },
  state: IssuedNotice,
) {
  if (state.sending !== null) return reject({ code: 'AlreadySending' });
  const sealed = sealing(state, seal, at);
  if (!sealed.ok) return reject(sealed.refusal);
  const round = state.rounds + 1;
  return accept<NoticeSealed | SendingBegun>(...sealed.events, {
    ...{ type: 'SendingBegun', at, channel, round, by },
  });
}

/** It went out. Of another sending than the one under way nothing is kept: it was told twice. */
export function recordSent({ at, round }: RecordSent, state: IssuedNotice) {
  const { sending } = state;
  if (sending?.round !== round) return accept<NoticeSent>();
  const { channel } = sending;
  const publicUntil = channel === 'PUBLIC' ? endOfDay(addDays(dayOf(at), PUBLIC_DAYS)) : null;
  return accept<NoticeSent>({ type: 'NoticeSent', at, channel, publicUntil });
}

/** A try has failed: another follows after a pause that grows, until there is none left or none would help. */
export function recordSendingFailure(
  { at, round, attempt, reason, isFinal }: RecordSendingFailure,
  state: IssuedNotice,
) {
  const { sending } = state;
  const isCurrent = sending?.round === round && sending.attempt === attempt;
  if (!isCurrent || sending.retryAt !== null) return accept<SendingDelayed | SendingFailed>();
  const pause = isFinal ? undefined : PAUSES_MINUTES[attempt - 1];
  return pause === undefined
    ? accept<SendingDelayed | SendingFailed>({
        ...{ type: 'SendingFailed', at, channel: sending.channel, reason },
      })
    : accept<SendingDelayed | SendingFailed>({
        ...{ type: 'SendingDelayed', at, round, attempt, reason, retryAt: after(at, pause) },
      });
}

const after = (at: Instant, minutes: number): Instant =>
  instant(new Date(Date.parse(at) + minutes * 60_000));
