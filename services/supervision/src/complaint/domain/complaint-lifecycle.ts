import { accept, defineDecider, reject } from '@onewindow/kernel';
import { partial, type Supervising } from '../../domain/impartiality.ts';
import { isBlank } from '../../domain/words.ts';
import type { ComplaintState, QuestionRound, ReplyPeriods } from './complaint.ts';
import type { ComplaintCommand } from './complaint-commands.ts';
import type { ComplaintEvent } from './complaint-events.ts';
import { evolveComplaint } from './complaint-evolution.ts';
import { complaintTimers, replyDeadline } from './reply-deadline.ts';

/** What may be done with a complaint in which status, by a person or by its timer. */
export const COMPLAINT_PERMITTED = {
  ABSENT: ['FileComplaint'],
  FILED: ['AcceptComplaint', 'TransferComplaint', 'ElapseTimer'],
  TRANSFERRED: ['AcceptComplaint', 'TransferComplaint', 'ElapseTimer'],
  ACCEPTED: [
    'TransferComplaint',
    'AssignInvestigator',
    'PutQuestions',
    'AnswerQuestions',
    'ElapseTimer',
  ],
  INVESTIGATING: [
    'AssignInvestigator',
    'PutQuestions',
    'AnswerQuestions',
    'HandleComplaint',
    'ElapseTimer',
  ],
  HANDLED: ['ReplyToComplaint', 'ElapseTimer'],
  REPLIED: ['CloseComplaint', 'ReopenComplaint'],
  CLOSED: ['ReopenComplaint'],
  REOPENED: ['AssignInvestigator', 'ElapseTimer'],
} as const satisfies Record<ComplaintState['status'], readonly ComplaintCommand['type'][]>;

/** 效能投诉 (000:16, 000:28): 有诉必理, 有理必果. */
export const createComplaintLifecycle = (periods: ReplyPeriods) =>
  defineDecider<ComplaintState, ComplaintCommand, ComplaintEvent>()({
    initial: { status: 'ABSENT' },
    permitted: COMPLAINT_PERMITTED,
    branches: {
      FileComplaint: ({ calendar, at, channel, ...about }) => {
        const { target, targetOnPost, region, centre, department, digest } = about;
        return accept({
          type: 'ComplaintFiled',
          at,
          channel,
          case: about.case,
          target,
          targetOnPost,
          region,
          centre,
          department,
          digest,
          deadline: replyDeadline(calendar, at, periods[channel]),
        });
      },
      AcceptComplaint: (command, state) =>
        impartial(command, state) ??
        accept({ type: 'ComplaintAccepted', at: command.at, by: command.by }),
      TransferComplaint: (command, state) => {
        const { at, by, department } = command;
        return (
          impartial(command, state) ?? accept({ type: 'ComplaintTransferred', at, by, department })
        );
      },
      AssignInvestigator: (command, state) => {
        const { at, by, investigator, concerned } = command;
        return (
          impartial(command, state) ??
          impartial({ by: investigator, concerned }, state) ??
          accept({ type: 'InvestigatorAssigned', at, by, investigator })
        );
      },
      // Found by who investigates, founded or not, always with what follows from it: 有理必果.
      HandleComplaint: (command, state) => {
        const { at, by, verdict, result } = command;
        const barred = impartial(command, state);
        if (barred) return barred;
        if (by !== state.investigator) return reject({ code: 'NotTheInvestigator' });
        if (isBlank(result)) return reject({ code: 'WordsRequired', field: 'result' });
        return accept({ type: 'ComplaintHandled', at, by, verdict, result: result.trim() });
      },
      // Who is asked learns of the complaint by it, never of who complains or in which words.
      PutQuestions: (command, state) => {
        const { at, by, text } = command;
        const { target, department } = state;
        const barred = impartial(command, state);
        if (barred) return barred;
        if (target === null && department === null) return reject({ code: 'NobodyToAsk' });
        if (isBlank(text)) return reject({ code: 'WordsRequired', field: 'text' });
        return accept({ type: 'QuestionsPut', at, by, text: text.trim(), department });
      },
      // Once for each round, by each who is asked: who is heard is heard before anything is found.
      AnswerQuestions: ({ at, by, text }, state) => {
        const newest = state.questions.at(-1);
        if (!newest) return reject(notPermitted('AnswerQuestions', state));
        if (hasAnswered(newest, by)) return reject({ code: 'AlreadyAnswered' });
        if (isBlank(text)) return reject({ code: 'WordsRequired', field: 'text' });
        return accept({ type: 'QuestionsAnswered', at, by, text: text.trim() });
      },
      ReplyToComplaint: (command, state) => {
        const { at, by, text } = command;
        const barred = impartial(command, state);
        if (barred) return barred;
        if (isBlank(text)) return reject({ code: 'WordsRequired', field: 'text' });
        return accept({ type: 'ComplaintReplied', at, by, text: text.trim() });
      },
      CloseComplaint: (command, state) =>
        impartial(command, state) ??
        accept({ type: 'ComplaintClosed', at: command.at, by: command.by }),
      // Who is not content with the answer has it looked at again, with a new time to reply.
      ReopenComplaint: ({ at, supervisor, calendar }, state) => {
        const barred = supervisor && impartial(supervisor, state);
        if (barred) return barred;
        const deadline = replyDeadline(calendar, at, periods[state.channel]);
        return accept({ type: 'ComplaintReopened', at, by: supervisor?.by ?? null, deadline });
      },
      ElapseTimer: ({ at }, state) => {
        const [due] = complaintTimers(state);
        return due && due.at <= at
          ? accept({ type: 'ReplyOverdue', at, effectiveAt: due.at })
          : reject(notPermitted('ElapseTimer', state));
      },
    },
    evolve: evolveComplaint,
  });

/** Whether this person has answered a round of questions. */
export const hasAnswered = ({ answers }: QuestionRound, person: string): boolean =>
  answers.some(({ by }) => by === person);

/** What the table can't see: a round of questions that was never put, a timer that is not due. */
const notPermitted = (command: string, { status }: ComplaintState) =>
  ({ code: 'NotPermittedInStatus', command, status }) as const;

function impartial(supervising: Supervising, complaint: { readonly target: string | null }) {
  const refusal = partial(supervising, complaint);
  return refusal && reject(refusal);
}
