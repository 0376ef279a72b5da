import { idFromCommand } from '@onewindow/persistence';
import { findPersona, subjectOf } from '../../identity-provider/personas.ts';
import { SUPERVISOR } from '../counters.ts';
import { staffId } from '../places.ts';
import type { Hall } from './hall.ts';
import type { Random } from './random.ts';
import type { Step } from './step.ts';

const PERSONA = 'supervisor';

/** How far each of the complaints got, from the oldest to the newest. */
const ENDS = [
  ...['closeComplaint', 'closeComplaint', 'closeComplaint', 'reopenComplaint', 'closeComplaint'],
  ...['closeComplaint', 'replyToComplaint', 'handleComplaint', 'assignInvestigator'],
  ...['acceptComplaint', 'fileComplaint', 'fileComplaint'],
];

const TEXTS = [
  '窗口等候时间过长（演示）',
  '工作人员态度生硬（演示）',
  '材料要求说明不清楚（演示）',
  '领取结果时被要求多跑一次（演示）',
] as const;
const CHANNELS = ['PHONE', 'SERVICE_DESK', 'MAILBOX', 'HOTLINE'] as const;

/**
 * A dozen complaints that the supervisor took down, about finished cases.
 */
export function complaintsAbout(
  steps: readonly Step[],
  { random, hall }: { readonly random: Random; readonly hall: Hall },
): readonly Step[] {
  const finished = steps
    .filter(({ mutation }) => mutation === 'completeCase')
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  const spacing = Math.max(1, Math.floor(finished.length / (ENDS.length + 1)));
  return ENDS.flatMap((end, index) => {
    const isOver = end === 'closeComplaint' || end === 'reopenComplaint';
    // What is still open is about what was finished in the last days.
    const about = isOver
      ? finished[(index + 1) * spacing]
      : finished.at(-3 * (ENDS.length - index));
    return about === undefined ? [] : complaint(about, { random, hall, end, serial: index + 1 });
  });
}

function complaint(
  finished: Step,
  {
    random,
    hall,
    end,
    serial,
  }: {
    readonly random: Random;
    readonly hall: Hall;
    readonly end: string;
    readonly serial: number;
  },
): readonly Step[] {
  const commandId = (mutation: string) => `demo-complaint-${serial}-${mutation}`;
  const id = idFromCommand('fileComplaint', subjectOf(PERSONA), commandId('fileComplaint'));
  const acts: readonly (readonly [mutation: string, input: object])[] = [
    ['acceptComplaint', {}],
    ['assignInvestigator', { investigatorId: staffId(SUPERVISOR.badge) }],
    [
      'handleComplaint',
      {
        verdict: random.pick(['FOUNDED', 'UNFOUNDED']),
        result: '已核实情况，并提醒窗口改进服务（演示）',
      },
    ],
    ['replyToComplaint', { text: '感谢反映，处理结果已经告知（演示）' }],
    [end === 'reopenComplaint' ? end : 'closeComplaint', {}],
  ];
  const target = findPersona(finished.persona)?.badge;
  const steps: Step[] = [];
  const add = (at: Step['at'], mutation: string, input: object) =>
    steps.push({
      ...{ at, about: id, persona: PERSONA, mutation },
      input: { commandId: commandId(mutation), ...input },
    });
  const filedAt = hall.next(finished.at);
  if (filedAt === null) return [];
  add(filedAt, 'fileComplaint', {
    caseId: finished.about,
    channel: random.pick(CHANNELS),
    text: random.pick(TEXTS),
    ...(target !== undefined && random.chance(0.4) && { targetId: staffId(target) }),
  });
  for (const [mutation, input] of acts) {
    const last = steps.at(-1);
    const at = last?.mutation === end ? null : hall.later(last?.at ?? filedAt, 1);
    if (at === null) break;
    add(at, mutation, { complaintId: id, ...input });
  }
  return steps;
}
