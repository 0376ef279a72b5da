import type { Counter } from '../counters.ts';
import type { LoadedItem } from '../load-items.ts';
import { sealId } from '../places.ts';
import type { Card, Fate } from './fates.ts';
import type { Random } from './random.ts';

/** Something that is done with a case, and how long after what was done before: at once, soon, or in so many working days. */
export interface Act {
  readonly by: 'APPLICANT' | 'OFFICER' | 'CHIEF';
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly wait: 'AT_ONCE' | 'SOON' | number;
  /** An officer does it for the applicant on a paper that he signed that day. */
  readonly isSigned?: true;
}

/** A case as its story needs it. */
export interface Matter {
  readonly random: Random;
  readonly serial: number;
  readonly item: LoadedItem;
  readonly counter: Counter;
  readonly via: 'WINDOW' | 'WEB';
}

/** Everything that is done with the case after it has come in. */
export function storyOf(matter: Matter, { fate, endsWith }: Card): readonly Act[] {
  const acts = STORIES[fate](matter);
  if (endsWith === undefined) return acts;
  return acts.slice(0, acts.findIndex(({ mutation }) => mutation === endsWith) + 1);
}

/** The application comes with less than is necessary. */
export const isIncomplete = (fate: Fate): boolean =>
  fate === 'SUPPLEMENTED' || fate === 'UNANSWERED';

const STORIES: Readonly<Record<Fate, (matter: Matter) => readonly Act[]>> = {
  GRANTED: (matter) => [...taken(matter), granted(matter), ...handedOver(matter)],
  LATE: (matter) => [
    ...taken(matter),
    granted(matter, promised(matter) + matter.random.between(1, 5)),
    ...handedOver(matter),
  ],
  SUPPLEMENTED: (matter) => [
    notified(matter),
    act('APPLICANT', 'submitSupplement', {
      input: { materials: missing(matter.item) },
      wait: matter.random.between(1, 12),
    }),
    ...taken(matter),
    granted(matter),
    ...handedOver(matter),
  ],
  UNANSWERED: (matter) => [notified(matter)],
  RETURNED: (matter) => [
    act('OFFICER', 'returnCase', {
      input: {
        told: {
          qualifications: '依法登记的经营者或者本区居民（演示）',
          conditions: '经营场所在本行政区域内（演示）',
          procedure: '请到有管辖权的中心提出申请（演示）',
        },
        ground: 'OUT_OF_SCOPE',
        competentAuthority: '有管辖权的行政机关（演示）',
        report: reportOf('申请事项不属于本中心管辖范围（演示）'),
      },
      wait: matter.random.between(1, 3),
    }),
    act('OFFICER', 'completeCase', { wait: matter.random.between(1, 4) }),
  ],
  REJECTED: (matter) => [
    ...taken(matter),
    decided(matter, {
      input: { outcome: 'REJECTED', report: reportOf('现场条件不符合要求（演示）') },
      wait: handlingDays(matter),
    }),
    act('OFFICER', 'completeCase', { wait: matter.random.between(1, 4) }),
  ],
  WITHDRAWN: (matter) => [
    ...(matter.random.chance(0.5) ? taken(matter) : []),
    { ...act('APPLICANT', 'withdrawCase', { wait: matter.random.between(1, 2) }), isSigned: true },
  ],
  // Nobody looked at it for longer than the law allows (行政许可法 32): the chief takes it up then.
  DEEMED: (matter) => [
    act('CHIEF', 'dispatchCase', { wait: matter.random.between(7, 9) }),
    granted(matter),
    ...handedOver(matter),
  ],
  SUSPENDED: (matter) => {
    const procedure = matter.random.pick(['HEARING', 'INSPECTION', 'EXPERT_REVIEW', 'APPRAISAL']);
    const toldDays = matter.random.between(15, 22);
    return [
      ...taken(matter),
      act('CHIEF', 'suspendCase', { input: { procedure, toldDays: toldDays + 2 }, wait: 1 }),
      act('CHIEF', 'resumeCase', { wait: toldDays }),
      granted(matter, 1),
      ...handedOver(matter),
    ];
  },
  WAITING: () => [],
};

function act(
  by: Act['by'],
  mutation: string,
  { input = {}, wait }: { readonly input?: Act['input']; readonly wait: Act['wait'] },
): Act {
  return { by, mutation, input, wait };
}

/** What stands at the window is accepted there and then, mostly; what came over the net the next day. */
function taken({ random, via, item, counter }: Matter): readonly Act[] {
  const atOnce = via === 'WINDOW' && (item.mode === 'IMMEDIATE' || random.chance(0.75));
  const accepted = act('OFFICER', 'acceptCase', {
    input: { rightsInformed: true },
    wait: atOnce ? 'AT_ONCE' : 1,
  });
  if (!counter.acceptsOnly) return [accepted];
  return [accepted, act('CHIEF', 'dispatchCase', { wait: 'SOON' })];
}

function notified({ random, item }: Matter): Act {
  return act('OFFICER', 'requestSupplement', {
    input: { materials: missing(item) },
    wait: random.pick(['SOON', 1, 2] as const),
  });
}

function granted(matter: Matter, days?: number): Act {
  return decided(matter, { input: { outcome: 'APPROVED' }, wait: days ?? handlingDays(matter) });
}

function decided({ counter }: Matter, { input, wait }: Pick<Act, 'input' | 'wait'>): Act {
  return act('CHIEF', 'decideCase', { input: { ...input, sealId: sealId(counter.seal) }, wait });
}

/** Most come for it; to some it is sent. */
function handedOver({ random, serial, item }: Matter): readonly Act[] {
  const certificateNumber = `演示证第${String(serial).padStart(4, '0')}号`;
  return [
    act('OFFICER', 'issueCertificate', {
      input: { certificateNumber, inPerson: random.chance(0.6) },
      wait: item.mode === 'IMMEDIATE' ? 'SOON' : random.pick(['SOON', 1, 1, 2] as const),
    }),
    act('OFFICER', 'completeCase', { wait: 'AT_ONCE' }),
  ];
}

/** Well within the promise, so that handing over is too; the same day when that is the promise. */
function handlingDays(matter: Matter): Act['wait'] {
  const { random, item, counter } = matter;
  const days = promised(matter);
  if (days >= 3) return random.between(1, days - 2);
  // The chief who has just taken it over decides at once.
  return item.mode === 'IMMEDIATE' && counter.acceptsOnly ? 'AT_ONCE' : 'SOON';
}

const promised = ({ item }: Matter): number => (item.mode === 'IMMEDIATE' ? 0 : (item.days ?? 5));

const missing = ({ materials }: LoadedItem): readonly string[] => materials.slice(1);

function reportOf(reasons: string) {
  return {
    situation: '申请人已被书面告知（演示）',
    reasons,
    rule: '中华人民共和国行政许可法 第三十八条',
  };
}
