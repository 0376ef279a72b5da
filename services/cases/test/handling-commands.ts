import type { Instant } from '@onewindow/kernel';
import type { ReclassifyCase, UrgencyCommand } from '../src/case/domain/classified.ts';
import type { RequestCommand } from '../src/case/domain/request-commands.ts';
import type { StepCommand } from '../src/case/domain/step-commands.ts';
import type { ItemFact, Officer } from '../src/case/domain/facts.ts';

type Handling = StepCommand | RequestCommand | UrgencyCommand | ReclassifyCase;
type Commands = { readonly [T in Handling['type']]: Extract<Handling, { type: T }> };

/** Of what is done while a case is handled one command each, with which nothing is wrong. */
export function handlingCommandsAt(
  at: Instant,
  {
    officer,
    head,
    item,
  }: { readonly officer: Officer; readonly head: Officer; readonly item: ItemFact },
): Commands {
  return {
    SetUrgent: {
      ...{ type: 'SetUrgent', at, officer, grounds: ['PRESSING_TIME'] },
      ...{ reason: '汛期抢险。', workingDays: 2 },
    },
    LiftUrgent: { type: 'LiftUrgent', at, officer, reason: '险情解除。' },
    ReclassifyCase: {
      type: 'ReclassifyCase',
      at,
      officer,
      to: 'IMMEDIATE',
      reason: '可以当场办结。',
    },
    AskFor: { type: 'AskFor', at, officer, kind: 'EXTRA_VISIT', reason: '需要进一步核实。' },
    AnswerRequest: {
      ...{ type: 'AnswerRequest', at, request: 1, granted: true, paper: null },
      ...{ officer: head, isHead: true, runsCentre: true },
    },
    SummonApplicant: { type: 'SummonApplicant', at, officer, reason: '当面核对原件。' },
    BeginStep: {
      ...{ type: 'BeginStep', at, officer, kind: 'REVIEW', item },
      ...{ toldDays: null, authority: null, opinion: null },
    },
    ProlongStep: { type: 'ProlongStep', at, officer, step: 1, toldDays: 20 },
    EndStep: { type: 'EndStep', at, officer, step: 1, record: '材料齐全,同意。', changes: null },
    RecordUpperDecision: {
      ...{ type: 'RecordUpperDecision', at, officer, outcome: 'APPROVED' },
      record: '省局批复:同意。',
    },
  };
}
