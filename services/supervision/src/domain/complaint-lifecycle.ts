import {
  accept,
  assertNever,
  reject,
  type Decider,
  type Decision,
  type Instant,
} from '@onewindow/kernel';
import type { ComplaintState, FiledComplaint, QuestionRound, ReplyPeriods } from './complaint.ts';
import type {
  AnswerQuestions,
  ComplaintCommand,
  FileComplaint,
  HandleComplaint,
  PersonsComplaintCommand,
  PutQuestions,
  ReopenComplaint,
} from './complaint-commands.ts';
import type { ComplaintEvent } from './complaint-events.ts';
import { evolveComplaint } from './complaint-evolution.ts';
import { partial, type Supervising } from './impartiality.ts';
import { isBlank, notPermitted, type SupervisionRefusal } from './refusals.ts';
import { complaintTimers, replyDeadline } from './reply-deadline.ts';

/** What a person may do in which status; `complaint-lifecycle.spec.ts` holds `decide` against it. */
export const COMPLAINT_PERMITTED = {
  ABSENT: ['FileComplaint'],
  FILED: ['AcceptComplaint', 'TransferComplaint'],
  TRANSFERRED: ['AcceptComplaint', 'TransferComplaint'],
  ACCEPTED: ['TransferComplaint', 'AssignInvestigator', 'PutQuestions', 'AnswerQuestions'],
  INVESTIGATING: ['AssignInvestigator', 'PutQuestions', 'AnswerQuestions', 'HandleComplaint'],
  HANDLED: ['ReplyToComplaint'],
  REPLIED: ['CloseComplaint', 'ReopenComplaint'],
  CLOSED: ['ReopenComplaint'],
  REOPENED: ['AssignInvestigator'],
} as const satisfies Record<ComplaintState['status'], readonly PersonsComplaintCommand['type'][]>;

export type ComplaintLifecycle = Decider<
  ComplaintState,
  ComplaintCommand,
  ComplaintEvent,
  SupervisionRefusal
>;
type ComplaintDecision = Decision<ComplaintEvent, SupervisionRefusal>;

/** 效能投诉 (000:16, 000:28): 有诉必理, 有理必果. */
export function createComplaintLifecycle(periods: ReplyPeriods): ComplaintLifecycle {
  return {
    initial: { status: 'ABSENT' },
    decide: (command, state) => decide(command, state, periods),
    evolve: evolveComplaint,
  };
}

function decide(
  command: ComplaintCommand,
  state: ComplaintState,
  periods: ReplyPeriods,
): ComplaintDecision {
  if (command.type === 'FileComplaint' && state.status === 'ABSENT') return file(command, periods);
  if (command.type === 'FileComplaint' || state.status === 'ABSENT') {
    return reject(notPermitted(command.type, state.status));
  }
  if (command.type === 'ElapseTimer') return elapse(command.at, state);
  const permitted: readonly string[] = COMPLAINT_PERMITTED[state.status];
  if (!permitted.includes(command.type)) return reject(notPermitted(command.type, state.status));
  if (command.type === 'ReopenComplaint') return reopen(command, state, periods);
  if (command.type === 'AnswerQuestions') return answer(command, state);
  const refusal = partial(command, state);
  return refusal ? reject(refusal) : supervise(command, state);
}

function file({ calendar, ...command }: FileComplaint, periods: ReplyPeriods): ComplaintDecision {
  const deadline = replyDeadline(calendar, command.at, periods[command.channel]);
  return accept({ ...command, type: 'ComplaintFiled', deadline });
}

type SupervisorsCommand = Exclude<
  PersonsComplaintCommand,
  FileComplaint | ReopenComplaint | AnswerQuestions
>;

/** What an impartial supervisor does, in the order of the table. */
function supervise(command: SupervisorsCommand, state: FiledComplaint): ComplaintDecision {
  const { at, by } = command;
  switch (command.type) {
    case 'AcceptComplaint':
      return accept({ type: 'ComplaintAccepted', at, by });
    case 'TransferComplaint':
      return accept({ type: 'ComplaintTransferred', at, by, department: command.department });
    case 'AssignInvestigator': {
      const { investigator, concerned } = command;
      const refusal = partial({ by: investigator, concerned }, state);
      return refusal
        ? reject(refusal)
        : accept({ type: 'InvestigatorAssigned', at, by, investigator });
    }
    case 'HandleComplaint':
      return handle(command, state);
    case 'PutQuestions':
      return putQuestions(command, state);
    case 'ReplyToComplaint':
      return isBlank(command.text)
        ? reject({ code: 'WordsRequired', field: 'text' })
        : accept({ type: 'ComplaintReplied', at, by, text: command.text.trim() });
    case 'CloseComplaint':
      return accept({ type: 'ComplaintClosed', at, by });
    default:
      return assertNever(command);
  }
}

/** Who is asked learns of the complaint by it, never of who complains or in which words. */
function putQuestions({ at, by, text }: PutQuestions, state: FiledComplaint): ComplaintDecision {
  const { target, department } = state;
  if (target === null && department === null) return reject({ code: 'NobodyToAsk' });
  return isBlank(text)
    ? reject({ code: 'WordsRequired', field: 'text' })
    : accept({ type: 'QuestionsPut', at, by, text: text.trim(), department });
}

/** Once for each round, by each who is asked: who is heard is heard before anything is found. */
function answer({ at, by, text }: AnswerQuestions, state: FiledComplaint): ComplaintDecision {
  const newest = state.questions.at(-1);
  if (!newest) return reject(notPermitted('AnswerQuestions', state.status));
  if (hasAnswered(newest, by)) return reject({ code: 'AlreadyAnswered' });
  return isBlank(text)
    ? reject({ code: 'WordsRequired', field: 'text' })
    : accept({ type: 'QuestionsAnswered', at, by, text: text.trim() });
}

/** Whether this person has answered a round of questions. */
export const hasAnswered = ({ answers }: QuestionRound, person: string): boolean =>
  answers.some(({ by }) => by === person);

/** Found by who investigates, founded or not, always with what follows from it: 有理必果. */
function handle(command: HandleComplaint, state: FiledComplaint): ComplaintDecision {
  const { at, by, verdict, result } = command;
  if (by !== state.investigator) return reject({ code: 'NotTheInvestigator' });
  if (isBlank(result)) return reject({ code: 'WordsRequired', field: 'result' });
  return accept({ type: 'ComplaintHandled', at, by, verdict, result: result.trim() });
}

/** Who is not content with the answer has it looked at again, with a new time to reply. */
function reopen(
  { at, supervisor, calendar }: ReopenComplaint,
  state: FiledComplaint,
  periods: ReplyPeriods,
): ComplaintDecision {
  const refusal = supervisor && partial(supervisor satisfies Supervising, state);
  if (refusal) return reject(refusal);
  const deadline = replyDeadline(calendar, at, periods[state.channel]);
  return accept({ type: 'ComplaintReopened', at, by: supervisor?.by ?? null, deadline });
}

function elapse(at: Instant, state: FiledComplaint): ComplaintDecision {
  const [due] = complaintTimers(state);
  return due && due.at <= at
    ? accept({ type: 'ReplyOverdue', at, effectiveAt: due.at })
    : reject(notPermitted('ElapseTimer', state.status));
}
