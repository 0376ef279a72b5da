import { assertNever, reject, type Decider } from '@onewindow/kernel';
import { acceptCase, requestSupplement, returnCase } from './acceptance.ts';
import type { CaseState } from './case.ts';
import type { CaseCommand } from './case-commands.ts';
import type { CaseEvent } from './case-events.ts';
import { evolve } from './case-evolution.ts';
import type { CaseRefusal } from './case-refusals.ts';
import type { CaseDecision, CaseRules } from './case-rules.ts';
import { elapse } from './elapsing.ts';
import { submit, submitSupplement, withdraw } from './filing.ts';
import { complete, decideCase, dispatch, issueCertificate } from './handling.ts';
import { recordOverturning } from './overturned-denial.ts';
import { lasting, resume, suspend } from './special-procedure.ts';

export type CaseLifecycle = Decider<CaseState, CaseCommand, CaseEvent, CaseRefusal>;

/** 办件通用生命周期. Which command fits which status is `PERMITTED`; what else it needs is in the rule's own file. */
export function createCaseLifecycle(rules: CaseRules): CaseLifecycle {
  return {
    initial: { status: 'ABSENT' },
    decide: (command, state) => decide(command, state, rules),
    evolve,
  };
}

function decide(command: CaseCommand, state: CaseState, rules: CaseRules): CaseDecision {
  const { status } = state;
  switch (command.type) {
    case 'SubmitCase':
      if (status === 'ABSENT') return submit(command, rules);
      break;
    case 'RequestSupplement':
      if (status === 'SUBMITTED') return requestSupplement(command, state, rules);
      break;
    case 'SubmitSupplement':
      if (status === 'SUPPLEMENT_REQUIRED') return submitSupplement(command, state, rules);
      break;
    case 'AcceptCase':
      if (status === 'SUBMITTED') return acceptCase(command, state, rules);
      break;
    case 'ReturnCase':
      if (status === 'SUBMITTED') return returnCase(command, state);
      break;
    case 'DispatchCase':
      if (status === 'ACCEPTED' || status === 'IN_PROCESS') return dispatch(command, state);
      break;
    case 'SuspendCase':
      if (status === 'IN_PROCESS') return suspend(command, state, rules);
      break;
    case 'ResumeCase':
      if (status === 'IN_PROCESS' && lasting(state)) return resume(command, state, rules);
      break;
    case 'DecideCase':
      if (status === 'IN_PROCESS') return decideCase(command, state, rules);
      break;
    case 'IssueCertificate':
      if (status === 'APPROVED') return issueCertificate(command, state);
      break;
    case 'CompleteCase':
      if (status === 'ISSUED' || status === 'REJECTED' || status === 'RETURNED') {
        return complete(command, state);
      }
      break;
    case 'WithdrawCase':
      if (
        status === 'SUBMITTED' ||
        status === 'SUPPLEMENT_REQUIRED' ||
        status === 'ACCEPTED' ||
        status === 'IN_PROCESS'
      ) {
        return withdraw(command, state);
      }
      break;
    case 'RecordOverturning':
      if (status !== 'ABSENT') return recordOverturning(command, state, rules);
      break;
    case 'ElapseTimer':
      if (status !== 'ABSENT') return elapse(command, state, rules);
      break;
    default:
      return assertNever(command);
  }
  return reject({ code: 'NotPermittedInStatus', command: command.type, status });
}
