import { accept, defineDecider } from '@onewindow/kernel';
import { acceptCase, requestSupplement, returnCase } from './acceptance.ts';
import type { CaseState } from './case.ts';
import type { CaseCommand } from './case-commands.ts';
import type { CaseEvent, SecondNoticeRefused } from './case-events.ts';
import { evolve } from './case-evolution.ts';
import type { CaseRules } from './case-rules.ts';
import { elapse } from './elapsing.ts';
import { bringMaterials } from './bringing-materials.ts';
import { submit, withdraw } from './filing.ts';
import { complete, decideCase, dispatch, issueCertificate } from './handling.ts';
import { recordOverturning } from './overturned-denial.ts';
import { recountClocks } from './moved-clocks.ts';
import { PERMITTED } from './permitted.ts';
import { recordService } from './service-of-a-notice.ts';
import { resume, suspend } from './special-procedure.ts';
import { reclassifyCase } from './reclassification.ts';
import { liftUrgent, setUrgent } from './urgency.ts';
import { answerRequest, askFor, summonApplicant } from './requests.ts';
import { countingVisits } from './visits.ts';
import { beginStep, endStep, prolongStep } from './steps.ts';
import { recordUpperDecision } from './referral.ts';

/** 办件通用生命周期: which command fits which status is the table's; what else it needs is in the rule's own file. */
export const createCaseLifecycle = (rules: CaseRules) =>
  defineDecider<CaseState, CaseCommand, CaseEvent>()({
    initial: { status: 'ABSENT' },
    permitted: PERMITTED,
    branches: {
      SubmitCase: (command) => submit(command, rules),
      RequestSupplement: (command, state) => requestSupplement(command, state, rules),
      SubmitSupplement: (command, state) =>
        countingVisits(bringMaterials(command, state, rules), state),
      BringMaterials: (command, state) =>
        countingVisits(bringMaterials(command, state, rules), state),
      AcceptCase: (command, state) => acceptCase(command, state, rules),
      ReturnCase: returnCase,
      DispatchCase: dispatch,
      SuspendCase: (command, state) => suspend(command, state, rules),
      ResumeCase: (command, state) => resume(command, state, rules),
      DecideCase: (command, state) => decideCase(command, state, rules),
      IssueCertificate: (command, state) => countingVisits(issueCertificate(command, state), state),
      CompleteCase: complete,
      WithdrawCase: withdraw,
      SetUrgent: (command, state) => setUrgent(command, state, rules),
      LiftUrgent: liftUrgent,
      ReclassifyCase: (command, state) => reclassifyCase(command, state, rules),
      AskFor: askFor,
      AnswerRequest: (command, state) => answerRequest(command, state, rules),
      SummonApplicant: summonApplicant,
      BeginStep: (command, state) => beginStep(command, state, rules),
      ProlongStep: (command, state) => prolongStep(command, state, rules),
      EndStep: (command, state) => endStep(command, state, rules),
      RecordUpperDecision: (command, state) => recordUpperDecision(command, state, rules),
      RecordOverturning: (command, state) => recordOverturning(command, state, rules),
      RecordService: (command, state) => recordService(command, state, rules),
      RecordSecondNotice: ({ at, attemptedBy }) =>
        accept<SecondNoticeRefused>({
          ...{ type: 'SecondNoticeRefused', at, attemptedBy, newMaterials: [] },
        }),
      RecountClocks: (command, state) => recountClocks(command, state, rules),
      ElapseTimer: (command, state) => elapse(command, state, rules),
    },
    evolve,
  });
