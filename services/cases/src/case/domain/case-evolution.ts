import type { Deadline } from '@onewindow/calendar';
import { assertNever } from '@onewindow/kernel';
import type { CaseClock, CaseFile, CaseState, CaseStatus, Denial, FiledCase } from './case.ts';
import type {
  CaseAccepted,
  CaseDecided,
  CaseEvent,
  CaseSubmitted,
  DenialOverturned,
  MaterialsBrought,
} from './case-events.ts';
import { earliestDue, ended, isClock, isOverdue, withClock } from './clocks.ts';
import { noticeAfter } from './insisting.ts';
import { withPapers } from './lines.ts';
import { without } from './one-time-notice.ts';
import { withService } from './service-of-a-notice.ts';
import { begun, oldestSpecial, specialTimesOf, withStep, type Step } from './step.ts';

/** What an entry makes of a case. Never refuses: history is fact. */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  if (event.type === 'CaseSubmitted') return filed(event);
  return state.status === 'ABSENT' ? state : changed(state, event);
}

function changed(state: FiledCase, event: Exclude<CaseEvent, CaseSubmitted>): FiledCase {
  const { at } = event;
  switch (event.type) {
    case 'SupplementRequested': {
      const told = ended(state.clocks, ['TELL_ONCE'], { at, how: 'MET' });
      const clocks = event.clock ? withClock(told, event.clock) : told;
      const page = { clocks, notice: noticeAfter(state, event), kind: 'SUPPLEMENT' } as const;
      return turned(state, 'SUPPLEMENT_REQUIRED', page);
    }
    case 'SecondNoticeRefused':
      return state;
    case 'SupplementReceived':
      return turned(state, 'SUBMITTED', {
        clocks: withClock(ended(state.clocks, ['SUPPLEMENT'], { at, how: 'MET' }), event.clock),
        materials: withPapers(state.materials, event.materials, at),
        notice: state.notice && { ...state.notice, answeredAt: at },
        receivedAt: at,
        kind: event.kind,
        visits: state.visits + (event.inPerson ? 1 : 0),
      });
    case 'MaterialsBrought':
      return brought(state, event);
    case 'CaseAccepted':
      return accepted(state, event);
    case 'CaseDispatched':
      return turned(state, 'IN_PROCESS', { handler: event.handler });
    case 'CaseReturned': {
      const clocks = ended(state.clocks, ['TELL_ONCE'], { at, how: 'MET' });
      return turned(shut(state), 'RETURNED', {
        clocks,
        ...denied(state, event.denial),
        kind: 'RETURNED',
      });
    }
    case 'CaseSuspended': {
      const { time, by: begunBy = null, clocks } = event;
      const { procedure: kind, toldDays, from } = time;
      const step = begun({ number: state.steps.length + 1, kind, begunBy, from, toldDays });
      return stepped(state, [...state.steps, step], clocks);
    }
    case 'CaseResumed': {
      const { by: endedBy = null, clocks } = event;
      const over = oldestSpecial(state.steps);
      const steps = over ? withStep(state.steps, over.number, { until: at, endedBy }) : state.steps;
      return stepped(state, steps, clocks);
    }
    case 'UrgencySet': {
      const { urgency, clock } = event;
      return turned(state, state.status, { urgency, clocks: withClock(state.clocks, clock) });
    }
    case 'UrgencyLifted': {
      const clocks = ended(state.clocks, ['URGENT'], { at, how: 'STOPPED' });
      return turned(state, state.status, { urgency: null, clocks });
    }
    case 'CaseReclassified': {
      const { reclassification, terms, clocks } = event;
      const reclassifications = [...(state.reclassifications ?? []), reclassification];
      const { to: kind } = reclassification;
      return turned(state, state.status, { reclassifications, terms, kind, clocks });
    }
    case 'RequestMade':
      return turned(state, state.status, { requests: [...state.requests, event.request] });
    case 'RequestAnswered': {
      const { request, answer, extendedBy, clocks } = event;
      const requests = state.requests.map((one) =>
        one.number === request ? { ...one, answer } : one,
      );
      const extended = extendedBy !== undefined && clocks ? { extendedBy, clocks } : {};
      return turned(state, state.status, { requests, ...extended });
    }
    case 'ApplicantSummoned':
    case 'VisitLimitExceeded':
      return state;
    case 'StepBegun':
      return stepped(state, [...state.steps, event.step], event.clocks);
    case 'StepProlonged': {
      const { step, toldDays, clocks } = event;
      return stepped(state, withStep(state.steps, step, { toldDays }), clocks);
    }
    case 'StepEnded': {
      const { step, by: endedBy, record, changes, upper, clocks } = event;
      const over = { until: at, endedBy, record, changes, upper };
      return stepped(state, withStep(state.steps, step, over), clocks);
    }
    case 'DenialOverturned':
      return overturned(state, event);
    case 'ServiceRecorded':
      return turned(state, state.status, withService(state, event));
    case 'CaseDecided':
      return decided(state, event);
    case 'CertificateIssued':
      return turned(state, 'ISSUED', {
        certificate: event.certificate,
        visits: state.visits + (event.inPerson ? 1 : 0),
        clocks: ended(state.clocks, 'ALL', { at, how: 'MET' }),
      });
    case 'CaseCompleted':
      // The written denial has reached the applicant: promise and delivery are kept with it.
      return turned(shut(state), 'COMPLETED', {
        clocks: ended(state.clocks, 'ALL', { at, how: 'MET' }),
      });
    case 'CaseWithdrawn':
      return turned(shut(state), 'WITHDRAWN', {
        clocks: ended(state.clocks, 'ALL', { at, how: 'STOPPED' }),
        ...(event.paper && { withdrawnBy: event.paper }),
      });
    case 'CaseLapsed':
      return turned(shut(state), 'LAPSED', {
        clocks: ended(state.clocks, 'ALL', { at, how: 'STOPPED' }),
        ...(state.owed && { owed: { ...state.owed, broken: true } }),
      });
    case 'ClocksMoved': {
      const { clocks, lapsesAt } = event;
      const notice = state.notice && lapsesAt ? { ...state.notice, lapsesAt } : state.notice;
      return turned(state, state.status, { clocks, notice });
    }
    case 'ClockDueSoon':
      return marked(state, event, { dueSoonTold: true });
    case 'ClockOverdue':
      return marked(state, event, { overdueSince: event.dueAt });
    case 'ClockPassed':
      return marked(state, event, { ended: { at: event.dueAt, how: 'STOPPED' } });
    default:
      return assertNever(event);
  }
}

function filed(event: CaseSubmitted): CaseState {
  const file: CaseFile = {
    receiptNumber: event.receiptNumber,
    receipt: event.receipt,
    itemId: event.itemId,
    itemRevision: event.itemRevision,
    terms: event.terms,
    ...(event.lists && { lists: event.lists }),
    region: event.region,
    centre: event.centre,
    department: event.department,
    window: event.window,
    handler: null,
    kind: event.kind,
    channel: event.channel,
    applicant: event.applicant,
    queryCodeHash: event.queryCodeHash,
    filingKey: event.filingKey,
    submittedAt: event.at,
    receivedAt: event.at,
    materials: withPapers([], event.materials, event.at),
    visits: event.channel === 'WINDOW' ? 1 : 0,
    clocks: [kept(event.clock)],
    dueAt: event.clock.deadline.dueAt,
    overdue: false,
    specialTimes: [],
    steps: [],
    requests: [],
    notice: null,
    acceptance: null,
    verdict: null,
    denial: null,
    reopenings: [],
    certificate: null,
  };
  return { ...file, status: 'SUBMITTED' };
}

function accepted(state: FiledCase, event: CaseAccepted): FiledCase {
  const { at, deemed, acceptedBy, itemRevision, terms } = event;
  const told = ended(state.clocks, ['TELL_ONCE'], { at, how: deemed ? 'STOPPED' : 'MET' });
  return turned(state, 'ACCEPTED', {
    acceptance: {
      ...{ at: event.effectiveAt ?? at, deemed, by: acceptedBy },
      ...(event.rightsTold && { rightsToldAt: at }),
    },
    ...(event.owed && { owed: event.owed }),
    itemRevision,
    terms,
    handler: acceptedBy,
    window: event.window ?? state.window,
    clocks: [...told, ...event.clocks],
  });
}

/** Papers that leave the case where it is. What was owed and has come is owed no more; with the last of it its clock ends. */
function brought(state: FiledCase, { at, materials, inPerson }: MaterialsBrought): FiledCase {
  const ids = materials.map(({ id }) => id);
  const { owed, ...rest } = state;
  const left = owed ? without(owed.materials, ids) : [];
  const isAllThere = owed !== undefined && left.length === 0;
  const { notice } = state;
  return turned(rest, state.status, {
    materials: withPapers(state.materials, materials, at),
    visits: state.visits + (inPerson ? 1 : 0),
    ...(owed && !isAllThere && { owed: { ...owed, materials: left } }),
    ...(isAllThere && { clocks: ended(state.clocks, ['OWED'], { at, how: 'MET' }) }),
    ...(state.status === 'SUPPLEMENT_REQUIRED' &&
      notice && { notice: { ...notice, brought: [...(notice.brought ?? []), ...ids] } }),
  });
}

function decided(state: FiledCase, { at, verdict, clock, ...decision }: CaseDecided): FiledCase {
  const clocks = withClock(ended(state.clocks, ['DECISION'], { at, how: 'MET' }), clock);
  // That an earlier denial was overturned stays to be seen when the case is approved.
  const denials = decision.denial ? denied(state, decision.denial) : {};
  return turned(state, verdict.outcome, { clocks, verdict, ...denials });
}

/** The newest denial, and behind it those before it: what was reported of an overturned one stays to be read. */
function denied(
  { denial: before, earlierDenials = [] }: FiledCase,
  denial: Denial,
): Pick<CaseFile, 'denial' | 'earlierDenials'> {
  return { denial, ...(before && { earlierDenials: [...earlierDenials, before] }) };
}

function overturned(
  state: FiledCase,
  { overturning, reopened, at, effectiveAt = at }: DenialOverturned,
): FiledCase {
  if (!state.denial) return state;
  const denial = { ...state.denial, overturned: overturning };
  if (!reopened) return turned(state, state.status, { denial });
  const { status, kind, clocks } = reopened;
  return turned(openedAgain(state), status, {
    ...{ denial, kind, clocks, verdict: null },
    reopenings: [...state.reopenings, overturning],
    ...(status === 'SUBMITTED' && { receivedAt: effectiveAt }),
  });
}

/** The steps with the clocks by them; what is not counted of them is kept beside, as the clocks read it. */
const stepped = (
  state: FiledCase,
  steps: readonly Step[],
  clocks: readonly CaseClock[],
): FiledCase => turned(state, state.status, { steps, specialTimes: specialTimesOf(steps), clocks });

function marked(
  state: FiledCase,
  which: Pick<CaseClock, 'clock' | 'step'>,
  mark: Partial<CaseClock>,
): FiledCase {
  const isMarked = isClock(which);
  const clocks = state.clocks.map((clock) =>
    isMarked(clock) && clock.ended === null ? { ...clock, ...mark } : clock,
  );
  return turned(state, state.status, { clocks });
}

/** The application is no longer open: the applicant may file the same again. */
function shut(state: FiledCase): FiledCase {
  const { filingKey, ...closed } = state;
  return filingKey === undefined ? closed : { ...closed, givenUpKey: filingKey };
}

/** The application is open again, and nobody files the same beside it. */
function openedAgain(state: FiledCase): FiledCase {
  const { givenUpKey, ...opened } = state;
  return givenUpKey === undefined ? opened : { ...opened, filingKey: givenUpKey };
}

/**
 * The status and the pages that go with it. That each status has its pages written is what the
 * lifecycle's order guarantees and its spec proves; types can't follow a fold.
 */
function turned(state: FiledCase, status: CaseStatus, pages: Partial<CaseFile>): FiledCase {
  const clocks = (pages.clocks ?? state.clocks).map(kept);
  const summary = { dueAt: earliestDue(clocks), overdue: isOverdue(clocks) };
  return { ...state, ...pages, ...summary, clocks, status } as FiledCase;
}

/** A clock without its days, which are counted again when somebody asks for them (`countedAgain`). */
function kept(clock: CaseClock): CaseClock {
  if (!('ledger' in clock.deadline)) return clock;
  const { ledger: _, ...deadline } = clock.deadline as Deadline;
  return { ...clock, deadline };
}
