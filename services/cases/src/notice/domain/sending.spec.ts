import { endOfDay, nationalCalendar, parseDay } from '@onewindow/calendar';
import { instant } from '@onewindow/kernel';
import { given } from '@onewindow/testing';
import { ids } from '../../../test/a-case.ts';
import { noticeTimers } from './notice-evolution.ts';
import { noticeLifecycle } from './notice-lifecycle.ts';
import type { NoticeChannel, NoticeEvent, NoticeState } from './notice.ts';
import { servedBy } from './time-to-serve.ts';

const at = instant('2026-09-18T09:30:00+08:00');
const minutes = (count: number) => instant(new Date(Date.parse(at) + count * 60_000));
const issued: NoticeEvent = {
  ...{ type: 'NoticeIssued', at, kind: 'RECEIPT', occasion: null, form: 'WRITTEN' },
  ...{ title: '受理通知书', parts: [], rule: '行政许可法 32', case: ids.letter, entry: 2 },
  ...{ item: ids.item, receiptNumber: '1', region: ids.region, centre: ids.centre },
  ...{ department: ids.department, issuedBy: ids.officer, datedAt: at },
  addressee: { kind: 'NATURAL', digest: 'digest' },
  sealed: { seal: ids.seal, version: 1 },
  serveBy: servedBy(nationalCalendar, at),
};
const by = ids.officer;
const send = { type: 'SendNotice', at, channel: 'SMS', by, seal: null } as const;
const publish = { type: 'PublishNotice', at, by, seal: null } as const;
const begun = (channel: NoticeChannel = 'SMS', round = 1): NoticeEvent => ({
  ...{ type: 'SendingBegun', at, channel, round, by },
});
const failing = (attempt: number, isFinal = false) =>
  ({ type: 'RecordSendingFailure', at, round: 1, attempt, reason: 'HTTP_503', isFinal }) as const;
const delayed = (attempt: number, retryAt = at): NoticeEvent => ({
  ...{ type: 'SendingDelayed', at, round: 1, attempt, reason: 'HTTP_503', retryAt },
});
const repeated = (attempt: number): NoticeEvent => ({
  ...{ type: 'SendingRepeated', at, effectiveAt: at, channel: 'SMS', round: 1, attempt },
});
const failed: NoticeEvent = { type: 'SendingFailed', at, channel: 'SMS', reason: 'HTTP_503' };
const sent = (channel: NoticeChannel, publicUntil: NoticeEvent['at'] | null): NoticeEvent => ({
  ...{ type: 'NoticeSent', at, channel, publicUntil },
});

it('it is sent by one channel at a time, to somebody, and under a seal', () => {
  given(noticeLifecycle, issued).when(send).then(begun());
  given(noticeLifecycle, issued, begun()).when(send).refuses({ code: 'AlreadySending' });
  given(noticeLifecycle, { ...issued, addressee: null })
    .when(send)
    .refuses({ code: 'NobodyToSendTo' });
  given(noticeLifecycle, { ...issued, sealed: null })
    .when(send)
    .refuses({ code: 'NoticeUnsealed' });
  // A second sending is another one, with another key.
  const over = [issued, begun(), sent('SMS', null)];
  given(noticeLifecycle, ...over)
    .when({ ...send, channel: 'POST' })
    .then(begun('POST', 2));
});

it.each([
  [1, 1],
  [2, 5],
  [3, 30],
  [4, 120],
])('after try %d that failed %d minutes pass before the next', (attempt, pause) => {
  const before = attempt === 1 ? [begun()] : [begun(), repeated(attempt)];
  given(noticeLifecycle, issued, ...before)
    .when(failing(attempt))
    .then(delayed(attempt, minutes(pause)));
});

it('it has failed with its reason behind the last try, and at once where none would help', () => {
  given(noticeLifecycle, issued, begun(), repeated(5)).when(failing(5)).then(failed);
  given(noticeLifecycle, issued, begun()).when(failing(1, true)).then(failed);
});

it('a try that is told twice, or is over, changes nothing', () => {
  given(noticeLifecycle, issued, begun(), delayed(1)).when(failing(1)).then();
  given(noticeLifecycle, issued, begun(), delayed(1), repeated(2)).when(failing(1)).then();
  given(noticeLifecycle, issued, begun(), sent('SMS', null))
    .when({ type: 'RecordSent', at, round: 1 })
    .then();
});

it('it is tried again by its timer, once', () => {
  const state = [issued, begun(), delayed(1, minutes(1))].reduce<NoticeState>(
    noticeLifecycle.evolve,
    noticeLifecycle.initial,
  );
  expect(noticeTimers(state)).toContainEqual({ kind: 'RETRY', at: minutes(1) });
  const elapse = { type: 'ElapseTimer', kind: 'RETRY', at: minutes(1) } as const;
  const again = { ...repeated(2), at: minutes(1), effectiveAt: minutes(1) };
  given(noticeLifecycle, issued, begun(), delayed(1, minutes(1)))
    .when(elapse)
    .then(again);
  given(noticeLifecycle, issued, begun(), delayed(1, minutes(1)), again)
    .when(elapse)
    .refuses({ code: 'NotPermittedInStatus', command: 'ElapseTimer', status: 'ISSUED' });
});

it('only what could not be sent or has reached nobody is announced, which is service after 30 days', () => {
  given(noticeLifecycle, issued).when(publish).refuses({ code: 'OtherWaysFirst' });
  given(noticeLifecycle, issued, begun(), failed).when(publish).then(begun('PUBLIC', 2));
  const until = endOfDay(parseDay('2026-10-18') ?? ('2026-10-18' as never));
  const announcing = [issued, begun(), failed, begun('PUBLIC', 2)];
  given(noticeLifecycle, ...announcing)
    .when({ type: 'RecordSent', at, round: 2 })
    .then(sent('PUBLIC', until));
  given(noticeLifecycle, ...announcing, sent('PUBLIC', until))
    .when({ type: 'ElapseTimer', kind: 'PUBLIC', at: until })
    .then({
      ...{ type: 'NoticeServed', at: until, effectiveAt: until, how: 'PUBLIC' },
      confirmedBy: null,
    });
});
