import { z } from 'zod';
import { defineCommands } from '../kit.ts';
import { handlers, keptAway, officerAndItem, officerOf } from './case.commands.ts';
import { caseKind } from './case.kind.ts';

const days = z.int().min(1).max(365);

/** How a case goes from one step to the next (环节). */
export const stepCommands = defineCommands(
  caseKind,
  { id: 'caseId' },
  {
    beginStep: {
      does: 'BeginStep',
      action: 'BEGIN_STEP',
      may: handlers,
      bars: keptAway,
      input: z.object({ toldDays: days.nullish() }),
      command: async ({ kind, toldDays, authority, opinion }, { context }, view) => ({
        ...(await officerAndItem(context, view)),
        ...{ kind, toldDays: toldDays ?? null },
        ...{ authority: authority ?? null, opinion: opinion ?? null },
      }),
    },
    prolongStep: {
      does: 'ProlongStep',
      action: 'PROLONG_STEP',
      may: handlers,
      bars: async (viewer, view, context) =>
        view.steps.some(({ until, toldDays }) => until === null && toldDays !== null)
          ? keptAway(viewer, view, context)
          : NONE_OPEN,
      input: z.object({ toldDays: days }),
      command: async ({ step, toldDays }, { context }, view) => ({
        officer: await officerOf(context, view),
        ...{ step, toldDays },
      }),
    },
    endStep: {
      does: 'EndStep',
      action: 'END_STEP',
      may: handlers,
      bars: async (viewer, view, context) =>
        view.steps.some(({ until }) => until === null)
          ? keptAway(viewer, view, context)
          : NONE_OPEN,
      command: async ({ step, record, changes }, { context }, view) => ({
        officer: await officerOf(context, view),
        ...{ step, record, changes: changes ?? null },
      }),
    },
    recordUpperDecision: {
      does: 'RecordUpperDecision',
      action: 'RECORD_UPPER_DECISION',
      may: handlers,
      bars: async (viewer, view, context) =>
        view.steps.some(({ until, kind }) => until === null && kind === 'REFERRAL')
          ? keptAway(viewer, view, context)
          : ({ code: 'StepNotPossible', because: 'NotSent' } as const),
      command: async ({ outcome, record }, { context }, view) => ({
        officer: await officerOf(context, view),
        ...{ outcome, record },
      }),
    },
  },
);

const NONE_OPEN = { code: 'StepNotPossible', because: 'NotOpen' } as const;
