import { isKnownStaff, type Viewer } from '@onewindow/identity';
import { z } from 'zod';
import { defineCommands } from '../kit.ts';
import { handlers, keptAway, officerOf } from './case.commands.ts';
import { caseKind, type CaseView } from './case.kind.ts';

const byCentre = (viewer: Viewer, { centre }: CaseView) => {
  if (!isKnownStaff(viewer)) return viewer.kind === 'STAFF' ? 'NotKnownStaff' : 'NotOfCentre';
  return (viewer.scopes.has('cases:centre') && viewer.centre === centre) || 'NotOfCentre';
};

/** What comes first, and which of the six kinds a case is taken for (002:35). */
export const priorityCommands = defineCommands(
  caseKind,
  { id: 'caseId' },
  {
    setUrgent: {
      does: 'SetUrgent',
      action: 'SET_URGENT',
      may: byCentre,
      bars: async (viewer, view, context) =>
        view.urgency
          ? ({ code: 'UrgencyNotPossible', because: 'UrgentBefore' } as const)
          : keptAway(viewer, view, context),
      input: z.object({ workingDays: z.int().min(0).max(365) }),
      command: async ({ grounds, reason, workingDays }, { context }, view) => ({
        officer: await officerOf(context, view),
        ...{ grounds, reason, workingDays },
      }),
    },
    liftUrgent: {
      does: 'LiftUrgent',
      action: 'LIFT_URGENT',
      may: byCentre,
      bars: async (viewer, view, context) =>
        view.urgency
          ? keptAway(viewer, view, context)
          : ({ code: 'UrgencyNotPossible', because: 'NotUrgent' } as const),
      command: async ({ reason }, { context }, view) => ({
        officer: await officerOf(context, view),
        reason,
      }),
    },
    reclassifyCase: {
      does: 'ReclassifyCase',
      action: 'RECLASSIFY',
      may: handlers,
      bars: keptAway,
      command: async ({ to, reason }, { context }, view) => ({
        officer: await officerOf(context, view),
        ...{ to, reason },
      }),
    },
  },
);
