import { remaining } from '@onewindow/calendar';
import { seesPlace } from '@onewindow/identity';
import {
  actionsOf,
  erasuresOf,
  oneOf,
  pageOf,
  referenceTo,
  type Completing,
} from '@onewindow/service';
import { badUserInput } from '@onewindow/subgraph';
import type {
  CaseDeadlineResolvers,
  CaseResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../graphql/types.generated.ts';
import { feeBillsOfACase } from '../fee-bill/fee-bills-of-a-case.ts';
import { mutationsOf, offeredBy } from '../kit.ts';
import { noticesOfCase } from '../notice/notices-of-a-case.ts';
import { applicantOf, maySeeApplicant } from './applicant-shown.ts';
import { cases } from './case-lists.ts';
import { allCaseCommands } from './all-case-commands.ts';
import { caseCommands } from './case.commands.ts';
import { caseKind } from './case.kind.ts';
import { clocksOf, withDays } from './days-of-a-clock.ts';
import { clockState } from './domain/clocks.ts';
import { linesOf } from './domain/lines.ts';
import { lasting } from './domain/special-procedure.ts';
import { defectsOf } from './defects-of.ts';
import type { Overturning } from './domain/case.ts';
import { earlierOverturnings } from './domain/repeated-denial.ts';
import { priorityCommands } from './priority.commands.ts';
import { priorityOf } from './priority-shown.ts';
import { requestCommands } from './request.commands.ts';
import { stepCommands } from './step.commands.ts';

const MOST_ENTRIES = 100;
const stub = (id: string | null) => (id === null ? null : { id });

export const Query = {
  caseById: oneOf(caseKind),
  myCases: pageOf(caseKind, { scopes: ['applicant'] }),
  cases,
} satisfies QueryResolvers;

export const Mutation: Pick<Required<MutationResolvers>, keyof typeof allCaseCommands.rows> = {
  ...mutationsOf(caseCommands),
  ...mutationsOf(stepCommands),
  ...mutationsOf(requestCommands),
  ...mutationsOf(priorityCommands),
};

const overturningOf = ({ report, by, at }: Overturning) => ({
  reportId: report,
  by: { id: by },
  at,
});

export const Case: Completing<CaseResolvers> = {
  ...priorityOf,
  feeBills: feeBillsOfACase,
  erasures: erasuresOf,
  __resolveReference: referenceTo(caseKind),
  item: ({ itemId }) => ({ id: itemId }),
  department: ({ department }) => ({ id: department }),
  centre: ({ centre }) => ({ id: centre }),
  window: ({ window }) => stub(window),
  handler: ({ handler }) => stub(handler),
  submittedVia: ({ channel }) => channel,
  acceptedAt: ({ acceptance }) => acceptance?.at ?? null,
  deemedAccepted: ({ acceptance }) => acceptance?.deemed ?? false,
  rightsInformedAt: ({ acceptance }) => acceptance?.rightsToldAt ?? null,
  lines: (view) =>
    linesOf(view).map(({ id, name, ...line }) => ({ ...line, material: { id, name } })),
  deadlines: clocksOf,
  suspension: (view) => {
    const open = lasting(view);
    return open ? { ...open, since: open.from } : null;
  },
  oneTimeNotice: ({ notice }) =>
    notice && { ...notice, issuedBy: { id: notice.issuedBy }, defects: defectsOf(notice) },
  decision: async ({ verdict, denial, region, department, centre }, _, { viewer }) =>
    verdict && {
      outcome: verdict.outcome,
      reasons: denial?.reasons ?? null,
      decidedBy: { id: verdict.decidedBy },
      decidedAt: verdict.at,
      // As windows shows it: an applicant reads `department`, whose seal it is, and is told of no error.
      seal: (await seesPlace(viewer, { region, department }, () => centre))
        ? { id: verdict.seal }
        : null,
      late: verdict.late,
    },
  negativeReport: ({ denial, earlierDenials = [] }) =>
    denial && {
      ...denial,
      reporter: { id: denial.reporter },
      superior: { id: denial.superior },
      reportedAt: denial.at,
      overturned: denial.overturned ? overturningOf(denial.overturned) : null,
      earlierOverturnings: earlierOverturnings({ denial, earlierDenials }).map(overturningOf),
    },
  certificate: ({ certificate }) =>
    certificate && {
      number: certificate.number,
      issuedBy: { id: certificate.issuedBy },
      window: { id: certificate.window },
      issuedAt: certificate.at,
    },
  applicant: async (view, _, { applicants, viewer }) => {
    const personal = maySeeApplicant(viewer, view) ? await applicants.load(view) : null;
    return personal && applicantOf(view, personal);
  },
  history: async ({ id }, { first, after }, { histories }) => {
    if (first < 1 || first > MOST_ENTRIES)
      throw badUserInput({ en: '`first` is 1 to 100.', zh: '每页条数（first）为 1 至 100。' });
    const entries = (await histories.load(id)).filter(({ seq }) => seq > after);
    return entries.slice(0, first).map((entry) => ({ ...entry, sequence: entry.seq }));
  },
  notices: noticesOfCase,
  availableActions: actionsOf(allCaseCommands),
  actions: offeredBy(allCaseCommands),
};

export { CaseUrgency, CaseReclassification } from './priority-shown.ts';
export { CaseRequest } from './request-shown.ts';
export { CaseStep } from './step-shown.ts';

export const CaseDeadline: Completing<CaseDeadlineResolvers> = {
  state: (clock, _, { caller }) => clockState(clock, caller.at),
  rule: ({ deadline }) => deadline.rule,
  startedAt: ({ deadline }) => deadline.startedAt,
  periodDays: ({ deadline }) => deadline.period.value,
  periodUnit: ({ deadline }) => deadline.period.unit,
  dueAt: ({ deadline }) => deadline.dueAt,
  provisional: ({ deadline }) => deadline.provisional,
  calendarVersion: ({ deadline }) => deadline.calendarVersion,
  remainingDays: async (clock, _, context) =>
    clock.ended
      ? null
      : remaining(
          await withDays(clock, context),
          context.calendarOf(clock.region, context.caller.at),
          context.caller.at,
        ),
  endedAt: ({ ended }) => ended?.at ?? null,
  ledger: async (clock, _, context) => (await withDays(clock, context)).ledger,
};
