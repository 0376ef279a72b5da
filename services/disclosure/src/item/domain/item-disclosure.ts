import type { EntryContent } from '../../entry/domain/disclosure-entry.ts';
import type { Channel } from '../../entry/domain/terms-of-disclosure.ts';
import type { ItemFact, ItemLimit } from './item-fact.ts';
/** Where an item is shown: the board and the printed guide of the hall, and the web (002:32, 002:165, 000:44). */
export const ITEM_CHANNELS: readonly Channel[] = ['BOARD', 'HALL', 'PRINTED', 'INTERNET'];

const MODES = {
  IMMEDIATE: '即时办理',
  COMMITTED: '承诺办理',
  JOINT: '联合办理',
  REFERRED_UP: '上报办理',
} as const;
const STANDING: Partial<Record<ItemFact['status'], string>> = {
  SUSPENDED: '暂停受理',
  ABOLISHED: '已取消，不再受理',
};

/**
 * What the public is told of an item before anything is handled: a standing duty, all the year round
 * (001:33). The whole guide with its nine elements is the item's own; this says what holds since when.
 */
export function itemDisclosure(item: ItemFact): EntryContent {
  const { id, name, code, kind, handlingMode, resultName, status } = item;
  const needed = item.materials.filter(({ need }) => need !== 'NOT_NECESSARY');
  const standing = STANDING[status];
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['事项编码', code],
    ['事项状态', standing],
    ['办理方式', handlingMode && MODES[handlingMode]],
    ['承诺时限', days(item.committedLimit)],
    ['法定时限', days(item.statutoryLimit)],
    ['申请材料', needed.map((material) => material.name).join('、')],
    ['办理结果', resultName],
  ];
  return {
    title: standing === undefined ? name : `${name}（${standing}）`,
    body: lines.flatMap(([label, text]) => (text ? [`${label}：${text}`] : [])).join('\n'),
    basis: kind === 'ADMIN_LICENCE' ? '行政许可法 30' : '政府信息公开条例 20',
    phase: 'BEFORE',
    nature: 'STATUTORY_DUTY',
    cadence: 'PERMANENT',
    topicGroup: null,
    item: id,
  };
}

function days(limit: ItemLimit | null): string | null {
  if (limit === null) return null;
  return `${limit.value.toString()}个${limit.unit === 'WORKING_DAYS' ? '工作日' : '自然日'}`;
}
