import { dayOf } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { ClockName, FiledCase, ReturnGround } from '../../case/domain/case.ts';
import type {
  CaseAccepted,
  CaseDecided,
  CaseEvent,
  CaseReturned,
  CaseSuspended,
  SupplementRequested,
} from '../../case/domain/case-events.ts';
import { REMEDY } from '../../case/domain/negative-report.ts';
import { PROCEDURE_NAMES } from '../../case/domain/procedure-names.ts';
import type { NoticePart, Wording } from './notice.ts';

/** What a notice is worded from: the case just after the entry, and what its item is called. */
export interface Matter {
  readonly state: FiledCase;
  /** Null in rows from before names were kept. */
  readonly itemName: string | null;
}

/**
 * What the applicant is told of an entry of his case, in Chinese; null where the law demands no paper. A function of the
 * entry and of the case just after it, so a repetition says the same.
 */
export function wordingOf(event: CaseEvent, matter: Matter): Wording | null {
  switch (event.type) {
    case 'CaseAccepted':
      return receipt(event, matter);
    case 'SupplementRequested':
      return supplement(event, matter);
    case 'CaseReturned':
      return notAccepted(event, matter);
    case 'CaseSuspended':
      return daysTold(event, matter);
    case 'CaseDecided':
      return decision(event, matter);
    default:
      return null;
  }
}

/** 受理通知书: sealed and dated, with the ends that bind the department (行政许可法 32), rights and duties (002:76). */
function receipt(event: CaseAccepted, matter: Matter): Wording {
  const { deemed, at, effectiveAt = at, clocks, acceptedBy } = event;
  const ends = clocks.flatMap(({ clock, deadline: { dueAt } }) =>
    dueAt === null ? [] : [`${ENDS[clock]}：${lastDay(dueAt)}`],
  );
  const accepted = deemed
    ? `本机关自收到申请材料之日起五个工作日内未告知补正，也未作出不予受理决定，依法自收到之日（${day(effectiveAt)}）起即为受理。`
    : `您的申请属于本机关职权范围，申请材料齐全、符合法定形式，现予受理。受理日期：${day(effectiveAt)}。`;
  return {
    ...plain('RECEIPT', '受理通知书', '行政许可法 32'),
    issuedBy: acceptedBy,
    parts: [
      about(matter),
      part('受理情况', accepted),
      part('办结期限', ends.join('\n') || '当场办结'),
      part('已收材料', listed(matter.state.materials.map(({ name }) => name))),
      part('权利和义务', RIGHTS_AND_DUTIES),
      basis(
        deemed
          ? '《中华人民共和国行政许可法》第三十二条第一款第四项'
          : '《中华人民共和国行政许可法》第三十二条第一款第五项、第二款',
      ),
    ],
  };
}

/**
 * 补办通知单: everything that is missing, at once, and why what has come can't be taken (行政许可法 32(4); 002:33); once
 * more, which of its lines are sent back.
 */
function supplement({ notice, isSentBack }: SupplementRequested, matter: Matter): Wording {
  const { materials, defects = [], waits, lapsesAt } = notice;
  const lines = materials.map(({ id, name }) => {
    const defect = defects.find((one) => one.id === id);
    return `${name}：${defect ? `已提交，但不符合要求：${defect.reason}` : '尚未提交'}`;
  });
  const until = waits
    ? `自收到本通知书之日起 ${waits.value.toString()} ${waits.unit === 'WORKING_DAYS' ? '个工作日' : '日'}内补齐`
    : `不迟于 ${lastDay(lapsesAt)} 补齐`;
  return {
    ...plain('SUPPLEMENT', '补办通知单', '行政许可法 32'),
    occasion: 'SUPPLEMENT',
    issuedBy: notice.issuedBy,
    parts: [
      about(matter),
      part('需要补正的全部内容', listed(lines)),
      part('补正期限', `请${until}；逾期未补正的，本次申请终止，您可以重新申请。`),
      part(
        '说明',
        isSentBack
          ? '以上均为此前补办通知单所列、补交后仍不符合要求的材料，未增加新的要求；补齐后本机关不再退回补正。'
          : '以上为一次性告知，补齐后本机关不再要求提供本通知单以外的材料。',
      ),
      basis('《中华人民共和国行政许可法》第三十二条第一款第四项'),
    ],
  };
}

/** 不予受理决定书: the ground, the reasons, where to go, what would be needed, and the remedies (002:35, 行政许可法 32). */
function notAccepted({ denial }: CaseReturned, matter: Matter): Wording {
  const { ground, reasons, competentAuthority, told, remedy = REMEDY, rule } = denial;
  return {
    ...plain('RETURN', '不予受理决定书', '行政许可法 32'),
    issuedBy: denial.reporter,
    parts: [
      about(matter),
      part('决定', `本机关决定不予受理您的申请${ground ? `：${GROUNDS[ground]}` : ''}。`),
      part('理由', reasons),
      ...(competentAuthority === undefined ? [] : [part('请向以下机关申请', competentAuthority)]),
      ...(told === null
        ? []
        : [
            part('应具备的资格', told.qualifications),
            part('条件', told.conditions),
            part('程序', told.procedure),
          ]),
      part('救济途径', remedy),
      basis(rule),
    ],
  };
}

/** 特别程序告知书: how long a procedure takes that is not counted (行政许可法 45). */
function daysTold({ time: { procedure, toldDays, from } }: CaseSuspended, matter: Matter): Wording {
  return {
    ...plain('DAYS_TOLD', '特别程序期限告知书', '行政许可法 45'),
    issuedBy: matter.state.handler,
    parts: [
      about(matter),
      part(
        '所需时间',
        `您的申请依法需要${PROCEDURE_NAMES[procedure]}，自 ${day(from)} 起所需时间为 ${toldDays.toString()} 日，不计入办理期限。`,
      ),
      basis('《中华人民共和国行政许可法》第四十五条'),
    ],
  };
}

/** 决定书: granted, and by when it is delivered (行政许可法 44), or denied, with reasons and remedies (38(2)). */
function decision({ verdict, denial, clock }: CaseDecided, matter: Matter): Wording {
  const { dueAt } = clock.deadline;
  const delivered =
    dueAt === null ? [] : [part('领取', `证照或者批复不迟于 ${lastDay(dueAt)} 送达。`)];
  return denial
    ? {
        ...plain('DECISION', '不予行政许可决定书', '行政许可法 38'),
        issuedBy: verdict.decidedBy,
        parts: [
          about(matter),
          part('决定', '本机关决定不予准许您的申请。'),
          part('理由', denial.reasons),
          part('救济途径', denial.remedy ?? REMEDY),
          basis(denial.rule),
        ],
      }
    : {
        ...plain('DECISION', '准予行政许可决定书', '行政许可法 38'),
        issuedBy: verdict.decidedBy,
        parts: [
          about(matter),
          part('决定', `本机关于 ${day(verdict.at)} 决定准予您的申请。`),
          ...delivered,
          basis('《中华人民共和国行政许可法》第三十八条第一款、第四十四条'),
        ],
      };
}

const plain = (kind: Wording['kind'], title: string, rule: string) =>
  ({ kind, title, rule, occasion: null, form: 'WRITTEN' }) as const;

export const part = (heading: string, text: string): NoticePart => ({ heading, text });
const basis = (text: string) => part('依据', text);
const about = ({ state: { receiptNumber }, itemName }: Matter) =>
  part('申请事项', `${itemName ?? '您所申请的事项'}（收件编号 ${receiptNumber}）`);

/** One line each, numbered. */
export const listed = (lines: readonly string[]): string =>
  lines.map((line, n) => `${(n + 1).toString()}. ${line}`).join('\n') || '无';

/** A day as papers write it: 2026年9月18日. */
export function day(at: Instant): string {
  const [year = '', month = '', date = ''] = dayOf(at).split('-');
  return `${year}年${Number(month).toString()}月${Number(date).toString()}日`;
}

/** An end is 24:00 of the last day, which is the first moment of the next one. */
const lastDay = (end: Instant): string =>
  day(new Date(Date.parse(end) - 1).toISOString() as Instant);

const ENDS: Readonly<Record<ClockName, string>> = {
  TELL_ONCE: '告知期限',
  DECISION: '法定办结期限',
  COMMITTED: '承诺办结期限',
  DELIVERY: '送达期限',
  SUPPLEMENT: '补正期限',
  OWED: '容缺材料补交期限',
  STEP: '环节办理期限',
  URGENT: '急办期限',
  TOLD: '不计入期限的告知时间',
};
const GROUNDS: Readonly<Record<ReturnGround, string>> = {
  NOT_REQUIRED: '该事项依法不需要取得行政许可',
  OUT_OF_SCOPE: '该事项依法不属于本机关职权范围',
  NOT_ELIGIBLE: '不符合受理条件',
};

/** What every applicant is told on acceptance (002:76; 行政许可法 7, 31). */
export const RIGHTS_AND_DUTIES = [
  '您有权陈述、申辩，有权查询办理进度和结果，对办理行为不服的，有权依法申请行政复议或者提起行政诉讼。',
  '您应当如实提交有关材料和反映真实情况，并对申请材料实质内容的真实性负责。',
].join('\n');
