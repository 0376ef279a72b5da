import type { EntryContent } from '../../entry/domain/disclosure-entry.ts';
import type { Channel } from '../../entry/domain/terms-of-disclosure.ts';
import type { ItemFact } from '../../item/domain/item-fact.ts';

/** Results are told at once, on the board and the web (001:39, 002:169). */
export const RESULT_CHANNELS: readonly Channel[] = ['BOARD', 'INTERNET'];

/** What the public is told of a certificate: which, of which item, on which day. Never to whom (001:17). */
export function certificateDisclosure(
  item: ItemFact,
  { number, day }: { readonly number: string; readonly day: string },
): EntryContent {
  const { id, name, kind, resultName } = item;
  const lines = [
    `事项：${name}`,
    `办理结果：${resultName ?? '准予'}`,
    `证照编号：${number}`,
    `发放日期：${day}`,
  ];
  return {
    title: `${name}办理结果公开`,
    body: lines.join('\n'),
    basis: kind === 'ADMIN_LICENCE' ? '行政许可法 40' : '政府信息公开条例 20',
    phase: 'AFTER',
    nature: 'RESULT',
    cadence: 'AD_HOC',
    topicGroup: 'HOT_POWER',
    item: id,
  };
}
