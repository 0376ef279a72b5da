import { caseEvents, fact } from '@onewindow/contracts';
import { defineKind, type JournalOf, type TypesOf, type View } from '@onewindow/service';
import { caseIndexes, caseLookUps } from './case-lookups.ts';
import { caseSnapshotOf } from './case-snapshot.ts';
import type { CaseCommand } from './domain/case-commands.ts';
import { createCaseLifecycle } from './domain/case-lifecycle.ts';
import type { CaseRules } from './domain/case-rules.ts';
import { caseTimers } from './domain/case-timers.ts';
import type { MovedClock } from './domain/case-events.ts';
import type { CaseState, Denial } from './domain/case.ts';
import { isOurs, passes } from './domain/clocks.ts';
import { ALL_STATUSES } from './domain/statuses.ts';
import { caseSight } from './sight.ts';

const DENIAL = [
  ...(['denial.situation', 'denial.reasons', 'denial.competentAuthority'] as const),
  ...(['denial.told.qualifications', 'denial.told.conditions', 'denial.told.procedure'] as const),
] as const;
const EARLIER = [
  'earlierDenials.*.situation',
  'earlierDenials.*.reasons',
  'earlierDenials.*.competentAuthority',
  'earlierDenials.*.told.qualifications',
  'earlierDenials.*.told.conditions',
  'earlierDenials.*.told.procedure',
] as const;

/** What the officer wrote of papers that can't be taken: they are the applicant's. */
const DEFECTS = ['notice.defects.*.reason'] as const;

/** What was written of a step: what a survey found, what a meeting demands, whom it was sent to with which opinion. */
const STEP = ['step.authority', 'step.opinion'] as const;
const STEP_ENDED = ['record', 'changes'] as const;
const STEPS = [
  ...(['steps.*.authority', 'steps.*.opinion'] as const),
  ...(['steps.*.record', 'steps.*.changes'] as const),
] as const;

/** What is stored, told, listed and seen of a case. */
export const caseKind = defineKind({
  kind: 'case',
  collection: 'cases',
  // 8: that it is urgent, and of another kind than it was, is kept.
  stateVersion: 8,
  decider: (rules: CaseRules) => createCaseLifecycle(rules),
  timers: caseTimers,
  elapse: ({ kind, at }): CaseCommand => ({ type: 'ElapseTimer', kind, at }),
  belonging: ({ region, centre, department }) => ({ region, centre, department }),
  // What the denying officer wrote: it tells of the applicant.
  detachable: {
    SupplementRequested: DEFECTS,
    CaseReturned: DENIAL,
    CaseDecided: DENIAL,
    StepBegun: STEP,
    StepEnded: STEP_ENDED,
    RequestMade: ['request.reason'],
    UrgencySet: ['urgency.reason'],
    UrgencyLifted: ['reason'],
    CaseReclassified: ['reclassification.reason'],
    ApplicantSummoned: ['reason'],
  },
  textsInState: [
    ...DENIAL,
    ...EARLIER,
    ...DEFECTS,
    ...STEPS,
    'requests.*.reason',
    'urgency.reason',
    'reclassifications.*.reason',
  ],
  events: {
    CaseSubmitted: caseEvents.submitted,
    SupplementRequested: ({ notice }, snapshot) => {
      const missing = notice.materials.map(({ name }) => name);
      return fact(caseEvents.supplementRequired, { happened: { missing }, snapshot });
    },
    SecondNoticeRefused: ({ attemptedBy, newMaterials: refused }, snapshot) => {
      const newMaterials = refused.map(({ name }) => name);
      return fact(caseEvents.secondNoticeAttempted, {
        happened: { attemptedBy, newMaterials },
        snapshot,
      });
    },
    SupplementReceived: caseEvents.supplemented,
    // A part of a notice tells nobody anything: the case waits as before.
    MaterialsBrought: null,
    CaseAccepted: ({ deemed }, snapshot) =>
      fact(caseEvents.accepted, { happened: { deemed }, snapshot }),
    CaseDispatched: caseEvents.dispatched,
    CaseReturned: ({ denial }, snapshot) =>
      fact(caseEvents.returned, { happened: reportedIn(denial), snapshot }),
    CaseSuspended: ({ time: { procedure, toldDays } }, snapshot) =>
      fact(caseEvents.suspended, { happened: { procedure, toldDays }, snapshot }),
    CaseResumed: ({ at }, snapshot, { specialTimes }) => {
      const over = specialTimes.findLast(({ until }) => until === at);
      if (!over) throw new Error('A case was resumed without having been suspended.');
      return fact(caseEvents.resumed, { happened: { procedure: over.procedure }, snapshot });
    },
    CaseDecided: ({ verdict: { seal, decidedBy }, denial }, snapshot) =>
      denial
        ? fact(caseEvents.rejected, {
            happened: { seal, decidedBy, ...reportedIn(denial) },
            snapshot,
          })
        : fact(caseEvents.approved, { happened: { seal, decidedBy }, snapshot }),
    CertificateIssued: ({ certificate: { number: certificateNumber } }, snapshot) =>
      fact(caseEvents.certificateIssued, { happened: { certificateNumber }, snapshot }),
    CaseCompleted: caseEvents.completed,
    DenialOverturned: ({ overturning: { report } }, snapshot) =>
      fact(caseEvents.denialOverturned, { happened: { report }, snapshot }),
    // The notice itself has told of it.
    ServiceRecorded: null,
    CaseWithdrawn: caseEvents.withdrawn,
    CaseLapsed: caseEvents.lapsed,
    ClocksMoved: ({ moved, calendarVersion, lapsesAt = null }, snapshot) =>
      fact(caseEvents.clocksMoved, {
        happened: { because: 'CALENDAR', calendarVersion, moved: moved.flatMap(ours), lapsesAt },
        snapshot,
      }),
    UrgencySet: caseEvents.urgent,
    UrgencyLifted: caseEvents.urgencyLifted,
    CaseReclassified: ({ reclassification: { from, to } }, snapshot) =>
      fact(caseEvents.reclassified, { happened: { from, to }, snapshot }),
    RequestMade: ({ request: { number: request, kind } }, snapshot) =>
      kind === 'EXTRA_VISIT'
        ? fact(caseEvents.extraVisitRequested, { happened: { request }, snapshot })
        : undefined,
    RequestAnswered: ({ request, answer, extendedBy: days }, snapshot) => {
      if (!answer.granted) return undefined;
      return days === undefined
        ? fact(caseEvents.extraVisitApproved, { happened: { request }, snapshot })
        : fact(caseEvents.extended, { happened: { request, days }, snapshot });
    },
    ApplicantSummoned: null,
    VisitLimitExceeded: ({ visits }, snapshot) =>
      fact(caseEvents.visitLimitExceeded, { happened: { visits }, snapshot }),
    StepBegun: ({ step: { number: step, kind, toldDays } }, snapshot) =>
      kind === 'REFERRAL'
        ? fact(caseEvents.referredUp, { happened: { step }, snapshot })
        : fact(caseEvents.stepBegan, { happened: { step, kind, toldDays }, snapshot }),
    StepProlonged: ({ step, toldDays }, snapshot, view) =>
      fact(caseEvents.stepProlonged, {
        happened: { step, kind: stepKind(view, step), toldDays },
        snapshot,
      }),
    StepEnded: ({ step, upper: outcome }, snapshot, view) =>
      outcome === null
        ? fact(caseEvents.stepEnded, { happened: { step, kind: stepKind(view, step) }, snapshot })
        : fact(caseEvents.decidedAbove, { happened: { step, outcome }, snapshot }),
    ClockPassed: ({ dueAt, ...passed }, snapshot) =>
      passes(passed)
        ? fact(caseEvents.clockPassed, { happened: { clock: passed.clock, dueAt }, snapshot })
        : undefined,
    ClockDueSoon: ({ clock, dueAt }, snapshot) =>
      isOurs(clock)
        ? fact(caseEvents.dueSoon, { happened: { clock, dueAt }, snapshot })
        : undefined,
    ClockOverdue: ({ clock, dueAt }, snapshot) =>
      isOurs(clock)
        ? fact(caseEvents.overdue, { happened: { clock, dueAt }, snapshot })
        : undefined,
  },
  snapshot: caseSnapshotOf,
  lists: {
    scopes: {
      applicant: 'personal.index.identity',
      department: 'department',
      centre: 'centre',
    },
    filters: {
      statuses: { field: 'state.status', all: ALL_STATUSES },
      overdue: { field: 'state.overdue', all: [true, false] },
    },
    newest: 'state.submittedAt',
    of: { item: 'state.itemId' },
  },
  indexes: caseIndexes,
  queries: caseLookUps,
  shown: {
    type: 'Case',
    always: ['region', 'centre', 'department'],
    asTheyAre: [
      ...(['receiptNumber', 'kind', 'itemRevision', 'submittedAt'] as const),
      ...(['overdue', 'materials', 'visits'] as const),
    ],
    fields: {
      item: ['itemId'],
      department: ['department'],
      centre: ['centre'],
      window: ['window'],
      handler: ['handler'],
      submittedVia: ['channel'],
      acceptedAt: ['acceptance'],
      deemedAccepted: ['acceptance'],
      rightsInformedAt: ['acceptance'],
      lines: ['lists', 'materials', 'notice', 'owed'],
      deadlines: ['clocks', 'region', 'specialTimes'],
      suspension: ['specialTimes'],
      oneTimeNotice: ['notice'],
      decision: ['verdict', 'denial', 'region', 'department', 'centre'],
      negativeReport: ['denial', 'earlierDenials'],
      certificate: ['certificate'],
      applicant: ['applicant', 'personal'],
      feeBills: [],
      history: [],
    },
  },
  sight: caseSight,
});

export type CaseJournal = JournalOf<TypesOf<typeof caseKind>>;
export type CaseView = View<CaseState>;

/** A clock of ours that has moved; what the applicant has in hand is told by when the notice lapses. */
function ours({ clock, before, after }: MovedClock) {
  return isOurs(clock) ? [{ clock, before, after }] : [];
}

/** What kind of step it is that something has happened to. */
function stepKind({ steps }: Pick<CaseView, 'steps'>, number: number) {
  const step = steps.find((one) => one.number === number);
  if (!step) throw new Error(`The case has no step ${number}.`);
  return step.kind;
}

/** By whom and to whom a denial is reported (000:14), for supervision to see it acknowledged (X12). */
function reportedIn({ rule, reporter, superior }: Denial) {
  return { rule, reporter, superior };
}
