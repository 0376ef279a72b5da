import { dayOf } from '@onewindow/calendar';
import {
  aCase,
  answer,
  commands,
  eventOf,
  friday,
  ids,
  lifecycle,
  play,
} from '../../../test/a-case.ts';
import type { CaseState, CaseStatus } from './case.ts';
import { PERMITTED } from './permitted.ts';
import type { CaseRequest } from './request.ts';
import type { Urgency } from './classified.ts';

const UNTIL_ISSUED = [
  ...(['SUBMITTED', 'SUPPLEMENT_REQUIRED', 'ACCEPTED', 'IN_PROCESS', 'APPROVED'] as const),
];

/**
 * When each thing may be done, read from the law and the seeds and not from the program, which is held against it: a
 * command, in which statuses, and what says so. Without a line it is done in no status.
 */
const LAW: readonly (readonly [
  command: string,
  statuses: readonly CaseStatus[],
  source: string,
])[] = [
  ['RequestSupplement', ['SUBMITTED'], '许可法 32(4): 收到材料后、受理之前一次告知'],
  ['SubmitSupplement', ['SUPPLEMENT_REQUIRED'], '许可法 32(4)(5), 002:76: 补齐后再行受理'],
  [
    'BringMaterials',
    ['SUBMITTED', 'SUPPLEMENT_REQUIRED', 'ACCEPTED', 'IN_PROCESS'],
    '许可法 32(4)(5), 002:76: 受理前补充、补正; 安阳市政务服务条例 24-29, 002:35: 容缺后补',
  ],
  ['AcceptCase', ['SUBMITTED'], '许可法 32(5): 材料齐全的应当受理'],
  ['ReturnCase', ['SUBMITTED'], '许可法 32(1)(2), 002:35: 收到申请时即时决定不予受理'],
  // 许可法 33, 42: once it is accepted an officer looks through it and it is decided; 002:72, 77: in somebody's hands.
  [
    'DispatchCase',
    ['ACCEPTED', 'IN_PROCESS'],
    '002:72, 002:77: 受理后确定全程承办人; 002:87: A、B岗',
  ],
  ['SuspendCase', ['IN_PROCESS'], '许可法 45: 作出决定之前依法需要听证等'],
  ['ResumeCase', ['IN_PROCESS'], '许可法 45: 所需时间结束'],
  ['DecideCase', ['IN_PROCESS'], '许可法 37, 38, 42: 审查后作出决定'],
  ['IssueCertificate', ['APPROVED'], '许可法 39, 44: 准予的颁发证件; 002:37: 在窗口'],
  [
    'CompleteCase',
    ['REJECTED', 'RETURNED', 'ISSUED'],
    '许可法 38(2), 32: 书面决定送达; 002:35: 办结',
  ],
  ['SetUrgent', UNTIL_ISSUED, '002:35: 急办件由中心牵头'],
  ['LiftUrgent', UNTIL_ISSUED, '002:35: 急办件由中心牵头'],
  ['ReclassifyCase', ['SUBMITTED', 'ACCEPTED', 'IN_PROCESS'], '002:35: 六办件分类管理'],
  ['AskFor', UNTIL_ISSUED, '许可法 42, 002:41: 事先请示'],
  ['AnswerRequest', UNTIL_ISSUED, '许可法 42: 经负责人批准; 002:41: 中心批准'],
  ['SummonApplicant', UNTIL_ISSUED, '002:41: 两次终结'],
  // Between acceptance and decision; a dossier comes back afterwards too.
  ['BeginStep', ['ACCEPTED', 'IN_PROCESS'], '002:163, 002:35: 受理后的审核、勘验、论证等环节'],
  ['ProlongStep', ['ACCEPTED', 'IN_PROCESS'], '许可法 45: 所需时间书面告知'],
  ['EndStep', ['ACCEPTED', 'IN_PROCESS', 'APPROVED', 'REJECTED'], '002:37: 发证前带回窗口'],
  ['RecordUpperDecision', ['IN_PROCESS'], '002:164: 上报后由上级决定'],
  // Nothing obliges an applicant to go on, until what he asked for is decided.
  [
    'WithdrawCase',
    ['SUBMITTED', 'SUPPLEMENT_REQUIRED', 'ACCEPTED', 'IN_PROCESS'],
    '许可法 29: 依申请; 决定作出前',
  ],
];
const mayBeDone = (command: string, status: CaseStatus | 'ABSENT'): boolean =>
  status === 'ABSENT'
    ? command === 'SubmitCase'
    : LAW.some(([name, allowed]) => name === command && allowed.includes(status));

const statuses: readonly (CaseStatus | 'ABSENT')[] = [
  ...(['ABSENT', 'SUBMITTED', 'SUPPLEMENT_REQUIRED', 'ACCEPTED', 'IN_PROCESS'] as const),
  ...(['APPROVED', 'REJECTED', 'RETURNED', 'LAPSED', 'WITHDRAWN', 'ISSUED'] as const),
  ...(['COMPLETED', 'ARCHIVED'] as const),
];
const inStatus = (status: CaseStatus | 'ABSENT'): CaseState =>
  status === 'ABSENT' ? lifecycle.initial : aCase(status);

/** What has not come; after acceptance papers are brought only where some are owed. */
const owing = (state: CaseState): CaseState =>
  state.status === 'ABSENT'
    ? state
    : {
        ...{ ...state, materials: state.materials.filter(({ id }) => id !== 'm2') },
        owed: { materials: [{ id: 'm2', name: '场地证明' }], until: dayOf(friday), paper: '诺-1' },
      };

/** The case with a step that the command needs, begun before it came into its status. */
function withOpenStep(type: string, state: CaseState): CaseState {
  if (state.status === 'ABSENT') return state;
  const step = (more: Partial<typeof commands.BeginStep>) => ({ ...commands.BeginStep, ...more });
  const event = (command: ReturnType<typeof step>) =>
    eventOf('StepBegun', command, { ...aCase('IN_PROCESS'), terms: referred });
  if (type === 'ResumeCase' && state.status === 'IN_PROCESS')
    return play([commands.SuspendCase], state);
  if (type === 'AskFor' || type === 'AnswerRequest')
    return { ...state, requests: type === 'AskFor' ? [] : [aRequest] };
  if (type === 'LiftUrgent') return { ...state, urgency: anUrgency };
  if (type === 'ProlongStep') return lifecycle.evolve(state, event(step({ toldDays: 5 })));
  if (type === 'EndStep') return lifecycle.evolve(state, event(step({})));
  const sent = step({ kind: 'REFERRAL', authority: '示例市局', opinion: '同意。' });
  return type === 'RecordUpperDecision' ? lifecycle.evolve(state, event(sent)) : state;
}
const anUrgency: Urgency = {
  ...{ grounds: ['PRESSING_TIME'], reason: '抢险', by: ids.superior, at: friday },
};
const aRequest: CaseRequest = {
  ...{ number: 1, kind: 'EXTRA_VISIT', reason: '核实', askedBy: ids.officer, askedAt: friday },
  answer: null,
};
const referred = { ...aCase('IN_PROCESS').terms, handlingMode: 'REFERRED_UP' } as const;

describe('case lifecycle', () => {
  const pairs = statuses.flatMap((status) =>
    Object.values(commands).map((command) => ({ status, type: command.type })),
  );

  it.each(pairs)('$status × $type is what the law permits, and no more', ({ status, type }) => {
    // What ends a step needs one that lasts, which belongs to no status of its own; after acceptance papers are owed.
    const state =
      type === 'BringMaterials' ? owing(inStatus(status)) : withOpenStep(type, inStatus(status));
    // And who is asked for a paper that has come is told what is wrong with it.
    const defects = [{ material: 'm2', reason: '模糊' }];
    const command = type === 'RequestSupplement' ? { ...commands[type], defects } : commands[type];
    expect(lifecycle.decide(command, state).accepted).toBe(mayBeDone(type, status));
  });

  it('the law’s table has a line with a source for each command, and the program offers no other status', () => {
    const named = ['SubmitCase', ...LAW.map(([command]) => command)];
    expect(named.sort()).toEqual(Object.keys(commands).sort());
    expect(LAW.filter(([, , source]) => !/许可法|00\d:/u.test(source))).toEqual([]);
    expect(Object.keys(PERMITTED).sort()).toEqual([...statuses].sort());
  });

  it.each(statuses)('an %s case is what the name says', (status) => {
    expect(inStatus(status).status).toBe(status);
  });

  it('names the status that stands in the way', () => {
    const decision = lifecycle.decide(commands.DecideCase, aCase('SUBMITTED'));
    expect(decision).toEqual({
      accepted: false,
      rejection: { code: 'NotPermittedInStatus', command: 'DecideCase', status: 'SUBMITTED' },
    });
  });

  it('folds history without asking whether it was right', () => {
    const event = eventOf('CaseWithdrawn', commands.WithdrawCase, aCase());
    expect(lifecycle.evolve(lifecycle.initial, event)).toEqual(lifecycle.initial);
    expect(lifecycle.evolve(aCase('COMPLETED'), event).status).toBe('WITHDRAWN');
  });

  it('says the same to the same command for ever', () => {
    expect(lifecycle.decide(commands.AcceptCase, aCase())).toEqual(
      lifecycle.decide(commands.AcceptCase, aCase()),
    );
    expect(answer(commands.AcceptCase, aCase())).toEqual(['CaseAccepted', 'CaseDispatched']);
  });

  it.each(['SUBMITTED', 'SUPPLEMENT_REQUIRED', 'ACCEPTED', 'IN_PROCESS', 'APPROVED'] as const)(
    'an %s case keeps its filing key, so that it is not filed twice (002:15)',
    (status) => {
      expect(aCase(status).filingKey).toBe('key');
    },
  );

  it.each(['RETURNED', 'LAPSED', 'WITHDRAWN', 'COMPLETED'] as const)(
    'a %s case gives its filing key up: the applicant may file again',
    (status) => {
      expect(aCase(status)).not.toHaveProperty('filingKey');
    },
  );
});
