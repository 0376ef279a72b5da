import { assertNever } from '@onewindow/kernel';
import { kept } from '../../domain/kept-deadline.ts';
import type {
  ComplaintFile,
  ComplaintState,
  ComplaintStatus,
  FiledComplaint,
} from './complaint.ts';
import type { ComplaintEvent, ComplaintFiled, QuestionsAnswered } from './complaint-events.ts';
import { overseersOf } from './overseers.ts';

/** What an entry makes of a complaint. Never refuses: history is fact. */
export function evolveComplaint(state: ComplaintState, event: ComplaintEvent): ComplaintState {
  if (event.type === 'ComplaintFiled') return filed(event);
  return state.status === 'ABSENT' ? state : changed(state, event);
}

function changed(
  state: FiledComplaint,
  event: Exclude<ComplaintEvent, ComplaintFiled>,
): FiledComplaint {
  const { at } = event;
  switch (event.type) {
    case 'ComplaintAccepted':
      return turned(state, 'ACCEPTED', {});
    case 'ComplaintTransferred':
      return turned(state, 'TRANSFERRED', { department: event.department });
    case 'InvestigatorAssigned':
      return turned(state, 'INVESTIGATING', { investigator: event.investigator });
    case 'ComplaintHandled': {
      const { verdict, result, by } = event;
      return turned(state, 'HANDLED', { finding: { verdict, result, by, at } });
    }
    case 'QuestionsPut': {
      const { by, text, department } = event;
      const questions = [...state.questions, { text, by, at, answers: [] }];
      const asked = [department, state.target].filter((one) => one !== null);
      const foundBy = [...state.overseenBy, ...asked];
      return turned(state, state.status, { questions, asked, foundBy, hiddenFrom: null });
    }
    case 'QuestionsAnswered':
      return turned(state, state.status, { questions: answered(state.questions, event) });
    case 'ComplaintReplied':
      return turned(state, 'REPLIED', { reply: { text: event.text, by: event.by, at } });
    case 'ComplaintClosed':
      return turned(state, 'CLOSED', { closedAt: at });
    case 'ComplaintReopened': {
      const deadline = kept(event.deadline);
      const anew = { investigator: null, finding: null, reply: null, closedAt: null };
      const reopenings = state.reopenings + 1;
      return turned(state, 'REOPENED', { ...anew, deadline, overdue: false, reopenings });
    }
    case 'ReplyOverdue':
      return turned(state, state.status, { overdue: true, ...passedUp(state) });
    default:
      return assertNever(event);
  }
}

/** The answer belongs to the newest round: the ones before are over. */
function answered(
  questions: ComplaintFile['questions'],
  { text, by, at }: QuestionsAnswered,
): ComplaintFile['questions'] {
  const newest = questions.at(-1);
  if (!newest) return questions;
  const answers = [...newest.answers, { text, by, at }];
  return [...questions.slice(0, -1), { ...newest, answers }];
}

/** Nobody has answered in time: whoever had it keeps it. */
function passedUp(state: FiledComplaint): Pick<ComplaintFile, 'overseenBy' | 'foundBy'> {
  const overdue = overseersOf({ ...state, overdue: true });
  const overseenBy = [...new Set([...state.overseenBy, ...overdue])];
  return { overseenBy, foundBy: [...overseenBy, ...state.asked] };
}

function filed({ type: _, at, targetOnPost = true, ...facts }: ComplaintFiled): ComplaintState {
  const overseenBy = overseersOf({ ...facts, targetOnPost, overdue: false });
  return {
    ...facts,
    ...{ targetOnPost, overseenBy, foundBy: overseenBy },
    deadline: kept(facts.deadline),
    status: 'FILED',
    filedAt: at,
    overdue: false,
    investigator: null,
    finding: null,
    reply: null,
    closedAt: null,
    questions: [],
    asked: [],
    hiddenFrom: facts.target,
    reopenings: 0,
  };
}

/** That each status has its pages written is what the order guarantees; types can't follow a fold. */
function turned(
  state: FiledComplaint,
  status: ComplaintStatus,
  pages: Partial<ComplaintFile>,
): FiledComplaint {
  return { ...state, ...pages, status } as FiledComplaint;
}
