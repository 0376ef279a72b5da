import type { Period } from '@onewindow/calendar';
import type { ItemFact } from '../../case/domain/facts.ts';
import type { OneTimeOccasion, Wording } from './notice.ts';
import { listed, part, type Matter } from './wording.ts';

/** One thing that is to be brought or changed; null where it is the lead department's own. */
export interface Demand {
  readonly department: string | null;
  readonly text: string;
}

interface Asked {
  readonly form?: Wording['form'];
  readonly procedure?: string | null | undefined;
  readonly feeStandard?: string | null | undefined;
  readonly basis?: string | null | undefined;
}

/**
 * 咨询告知单: the materials and the limit by the item's list, the procedure, the fees and the basis by who tells them
 * (002:33). Answers the field that is missing where one of these is not written: half of it is no one-time notice.
 */
export function consulted(
  { form = 'WRITTEN', procedure, feeStandard, basis }: Asked,
  item: Pick<ItemFact, 'name' | 'materials' | 'committedLimit' | 'statutoryLimit'>,
  issuedBy: string,
): Wording | { readonly field: 'procedure' | 'feeStandard' | 'basis' } {
  if (isBlank(procedure)) return { field: 'procedure' };
  if (isBlank(feeStandard)) return { field: 'feeStandard' };
  if (isBlank(basis)) return { field: 'basis' };
  const materials = item.materials.map(({ name, need }) => `${name}（${NEEDS[need]}）`);
  return {
    ...{ kind: 'CONSULTATION', occasion: 'CONSULTATION', form, issuedBy },
    ...{ title: '咨询一次性告知单', rule: '002:33' },
    parts: [
      part('咨询事项', item.name ?? '所咨询的事项'),
      part('申请材料', listed(materials)),
      part('办理程序', procedure.trim()),
      part('承诺办结期限', limitOf(item.committedLimit ?? item.statutoryLimit)),
      part('收费标准', feeStandard.trim()),
      part('依据', basis.trim()),
    ],
  };
}

/** What several departments, or a meeting, ask for: all of it in writing and once (002:33). */
export function demanded(
  {
    occasion,
    demands,
  }: {
    readonly occasion: Exclude<OneTimeOccasion, 'CONSULTATION' | 'SUPPLEMENT'>;
    readonly demands: readonly Demand[];
  },
  { state, itemName }: Matter,
  issuedBy: string,
): Wording {
  const lines = demands.map(({ department, text }) =>
    department === null ? text : `${department}：${text}`,
  );
  return {
    ...{ kind: 'SUPPLEMENT', occasion, form: 'WRITTEN', issuedBy },
    ...{ title: TITLES[occasion], rule: '002:33' },
    parts: [
      part('申请事项', `${itemName ?? '您所申请的事项'}（收件编号 ${state.receiptNumber}）`),
      part('需要补充或者修改的全部内容', listed(lines)),
      part('说明', '以上为一次性书面告知，同一环节不再提出新的要求。'),
    ],
  };
}

const isBlank = (text: string | null | undefined): text is null | undefined | '' =>
  (text ?? '').trim() === '';

function limitOf(limit: Period | null): string {
  if (limit === null) return '按法定期限办理';
  const { value, unit } = limit;
  if (value === 0) return '当场办结';
  return `${value.toString()} ${unit === 'WORKING_DAYS' ? '个工作日' : '日'}`;
}

const NEEDS = {
  NECESSARY: '必要',
  NOT_NECESSARY: '非必要',
  MAY_FOLLOW: '可容缺后补',
} as const satisfies Record<ItemFact['materials'][number]['need'], string>;
const TITLES = {
  JOINT_PRE_REVIEW: '联办件材料一次性告知单',
  JOINT_MEETING: '联审会意见一次性告知单',
  EXAMINATION_MEETING: '审查会意见一次性告知单',
  APPRAISAL_MEETING: '评估论证会意见一次性告知单',
} as const;
