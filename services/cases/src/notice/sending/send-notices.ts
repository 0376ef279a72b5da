import { noticeSending } from '@onewindow/contracts';
import type { Instant } from '@onewindow/kernel';
import type { PersonalDataVault } from '@onewindow/persistence';
import { onEvent, type Reaction } from '@onewindow/service';
import type { KnownFacts } from '../../replicas/known-facts.ts';
import type { IssuedNotice, NoticeChannel, NoticeCommand } from '../domain/notice.ts';
import { asText } from '../domain/render-notice.ts';
import { noticeKind, type NoticeJournal, type NoticeView } from '../notice.kind.ts';
import type { Delivered, Message, SendingPort } from './sending-port.ts';

export interface SendingNotices {
  readonly notices: Pick<NoticeJournal, 'find' | 'handle'>;
  readonly vault: Pick<PersonalDataVault, 'open'>;
  readonly facts: Pick<KnownFacts, 'departmentName'>;
  readonly port: SendingPort;
  readonly now: () => Instant;
}

/** What a channel can't do without. */
const NEEDS = { SMS: 'phone', POST: 'address', SITE: null, PUBLIC: null } as const satisfies Record<
  NoticeChannel,
  string | null
>;

/**
 * Sends what is to go out, and writes down what came of it. Told twice, it is sent again under the same key, which the
 * receiver takes once; of a sending that is over nothing is sent.
 */
export function onNoticeSending(deps: SendingNotices): Reaction {
  return onEvent(noticeSending, async ({ happened: { round, attempt }, snapshot }, event) => {
    const { notices, now } = deps;
    const found = await notices.find(snapshot.id, now());
    if (!found) throw new Error(`The notice ${snapshot.id} is sent, and is not there.`);
    const view = noticeKind.toView(found);
    const { sending } = view;
    if (sending?.round !== round || sending.attempt !== attempt || sending.retryAt !== null) return;
    const delivered = await deliver(deps, view, sending);
    const at = now();
    const command: NoticeCommand = delivered.sent
      ? { type: 'RecordSent', at, round }
      : {
          ...{ type: 'RecordSendingFailure', at, round, attempt },
          ...{ reason: delivered.reason, isFinal: delivered.isFinal },
        };
    const outcome = await notices.handle({
      ...{ id: view.id, command, meta: { actor: event.id, at } },
    });
    if (!outcome.ok) {
      throw new Error(`What came of a sending was refused: ${outcome.rejection.code}`);
    }
  });
}

async function deliver(
  { vault, facts, port }: SendingNotices,
  view: NoticeView,
  { channel, round }: NonNullable<IssuedNotice['sending']>,
): Promise<Delivered> {
  const reason = { viewer: 'cases', purpose: 'cases.notice' };
  const [department, [personal]] = await Promise.all([
    facts.departmentName(view.department),
    channel === 'PUBLIC' ? [{}] : vault.open('notice', [view], reason),
  ]);
  if (!personal) return { sent: false, reason: 'ERASED', isFinal: true };
  const needed = NEEDS[channel];
  const known: Readonly<Record<string, string>> = personal;
  if (needed !== null && (known[needed] ?? '') === '')
    return { sent: false, reason: `NO_${needed.toUpperCase()}`, isFinal: true };
  return port.send({
    ...{ key: `${view.id}:${round.toString()}`, channel, to: recipient(channel, known) },
    title: view.title,
    text: textFor(channel, view, { addressee: known['name'] ?? null, department }),
  });
}

/** Only what the channel needs. */
function recipient(
  channel: NoticeChannel,
  { name = '', phone = '', address = '' }: Readonly<Record<string, string>>,
): Message['to'] {
  switch (channel) {
    case 'SMS':
      return { phone };
    case 'POST':
      return { name, address, ...(phone !== '' && { phone }) };
    case 'SITE':
      return { name };
    case 'PUBLIC':
      return {};
  }
}

/** A short message and an announcement say where to read it, and nothing of what it says. */
function textFor(
  channel: NoticeChannel,
  view: NoticeView,
  head: { readonly addressee: string | null; readonly department: string | null },
): string {
  if (channel === 'POST' || channel === 'SITE') return asText(view, head);
  const of = view.receiptNumber === null ? '' : `（收件编号 ${view.receiptNumber}）`;
  const short = `您的申请${of}有一份《${view.title}》，请凭收件编号和查询码网上查收，或到窗口领取。`;
  return channel === 'SMS'
    ? `【${head.department ?? '政务服务中心'}】${short}`
    : `${head.department ?? '承办机关'}公告：${short.replace('您的申请', '申请人的申请')}自本公告发布之日起，经过三十日即视为送达。`;
}
