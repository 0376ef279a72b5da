import { isKnownStaff, isOneOf, isPerson, personOf, type Viewer } from '@onewindow/identity';
import { reject } from '@onewindow/kernel';
import type { View } from '@onewindow/service';
import type { RequestContext } from '../context.ts';
import { defineCommands } from '../kit.ts';
import { concernedIn } from '../replicas/known-facts.ts';
import { unknownReference } from '../replicas/unknown-reference.ts';
import { complaintKind } from './complaint.kind.ts';
import { hasAnswered } from './domain/complaint-lifecycle.ts';
import type { ComplaintState } from './domain/complaint.ts';
import { complainantActor, fileComplaint, filerOf } from './file-complaint.ts';
import { fileComplaintInput } from './file-complaint-input.ts';
import { causeOf, isAsked, isComplainant, oversees } from './who-sees-complaints.ts';

type ComplaintView = View<ComplaintState>;
const anybody = () => true as const;

/** Whose supervision has it, and who is not the target. */
const bySupervisor = {
  may: (viewer: Viewer, view: ComplaintView) => oversees(viewer, view) || 'NotSupervisor',
  bars: (viewer: Viewer, { target }: ComplaintView) =>
    isOneOf(viewer, [target]) ? ({ code: 'TargetMayNotInvestigate' } as const) : null,
} as const;

/** What a complainant, the supervisors of his centre and those who are asked do with a complaint. */
export const complaintCommands = defineCommands(
  complaintKind,
  {
    id: 'complaintId',
    token: (viewer) => isKnownStaff(viewer) || 'NotKnownStaff',
    facts: async ({ viewer, facts }: RequestContext, complaint) => ({
      by: personOf(viewer).id,
      concerned: await concernedIn(facts, complaint.case),
    }),
  },
  {
    fileComplaint: {
      creates: 'FileComplaint',
      token: anybody,
      input: fileComplaintInput,
      actor: complainantActor,
      by: (viewer, { vault }) => filerOf(viewer, vault),
      command: fileComplaint,
    },
    acceptComplaint: {
      does: 'AcceptComplaint',
      action: 'ACCEPT',
      ...bySupervisor,
      command: (_, { by, concerned }) => ({ by, concerned }),
    },
    transferComplaint: {
      does: 'TransferComplaint',
      action: 'TRANSFER',
      ...bySupervisor,
      command: async ({ departmentId: department }, { by, concerned, context }) =>
        (await context.facts.isDepartment(department))
          ? { by, concerned, department }
          : reject(unknownReference(context, 'departmentId', department)),
    },
    assignInvestigator: {
      does: 'AssignInvestigator',
      action: 'ASSIGN_INVESTIGATOR',
      ...bySupervisor,
      command: async ({ investigatorId: investigator }, { by, concerned, context }) =>
        (await context.facts.staffMember(investigator))
          ? { by, concerned, investigator }
          : reject(unknownReference(context, 'investigatorId', investigator)),
    },
    putQuestions: {
      does: 'PutQuestions',
      action: 'PUT_QUESTIONS',
      ...bySupervisor,
      command: ({ text }, { by, concerned }) => ({ by, concerned, text }),
    },
    answerQuestions: {
      does: 'AnswerQuestions',
      action: 'ANSWER',
      may: (viewer, view) => isAsked(viewer, view) || 'NotAsked',
      bars: (viewer, { questions }) => {
        const newest = questions.at(-1);
        return newest && hasAnswered(newest, personOf(viewer).id)
          ? ({ code: 'AlreadyAnswered' } as const)
          : null;
      },
      command: ({ text }, { by }) => ({ by, text }),
    },
    handleComplaint: {
      does: 'HandleComplaint',
      action: 'HANDLE',
      may: bySupervisor.may,
      bars: (viewer, view) =>
        bySupervisor.bars(viewer, view) ??
        (isPerson(viewer, view.investigator) ? null : ({ code: 'NotTheInvestigator' } as const)),
      command: ({ verdict, result }, { by, concerned }) => ({ by, concerned, verdict, result }),
    },
    replyToComplaint: {
      does: 'ReplyToComplaint',
      action: 'REPLY',
      ...bySupervisor,
      command: ({ text }, { by, concerned }) => ({ by, concerned, text }),
    },
    closeComplaint: {
      does: 'CloseComplaint',
      action: 'CLOSE',
      ...bySupervisor,
      command: (_, { by, concerned }) => ({ by, concerned }),
    },
    reopenComplaint: {
      does: 'ReopenComplaint',
      action: 'REOPEN',
      token: anybody,
      actor: complainantActor,
      may: (viewer, view, { vault }) =>
        isComplainant(viewer, view, vault) ||
        oversees(viewer, view) ||
        causeOf(viewer, 'NotComplainant'),
      bars: bySupervisor.bars,
      command: (_, { by, concerned, viewer, at, context: { vault, calendarOf } }, view) => ({
        calendar: calendarOf(view.region, at),
        supervisor: isComplainant(viewer, view, vault) ? null : { by, concerned },
      }),
    },
  },
);
