import { isKnownStaff, type Viewer } from '@onewindow/identity';
import { defineCommands } from '../kit.ts';
import { handlers, keptAway, ofDepartment, officerOf } from './case.commands.ts';
import { caseKind, type CaseView } from './case.kind.ts';

const runsCentre = ({ scopes, centre }: Viewer, view: CaseView) =>
  scopes.has('cases:centre') && centre === view.centre;

/** Leave that is asked beforehand (请示), and the applicant's visits. */
export const requestCommands = defineCommands(
  caseKind,
  { id: 'caseId' },
  {
    askFor: {
      does: 'AskFor',
      action: 'ASK_FOR',
      may: handlers,
      bars: keptAway,
      command: async ({ kind, reason }, { context }, view) => ({
        officer: await officerOf(context, view),
        ...{ kind, reason },
      }),
    },
    answerRequest: {
      does: 'AnswerRequest',
      action: 'ANSWER_REQUEST',
      may: (viewer, view) =>
        isKnownStaff(viewer) && runsCentre(viewer, view) ? true : ofDepartment(viewer, view),
      bars: async (viewer, view, context) =>
        view.requests.some(({ answer }) => answer === null)
          ? keptAway(viewer, view, context)
          : ({ code: 'RequestNotPossible', because: 'NotOpen' } as const),
      command: async ({ request, granted, paper }, { viewer, context }, view) => {
        const [officer, head] = await Promise.all([
          officerOf(context, view),
          context.facts.leaderInCharge(view.department),
        ]);
        return {
          ...{ officer, request, granted, paper: paper ?? null },
          isHead: head === officer.id,
          runsCentre: runsCentre(viewer, view),
        };
      },
    },
    summonApplicant: {
      does: 'SummonApplicant',
      action: 'SUMMON_APPLICANT',
      may: handlers,
      bars: keptAway,
      command: async ({ reason }, { context }, view) => ({
        officer: await officerOf(context, view),
        reason,
      }),
    },
  },
);
