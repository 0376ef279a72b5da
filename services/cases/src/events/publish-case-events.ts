import {
  caseAccepted,
  caseApproved,
  caseCompleted,
  caseDenialOverturned,
  caseDispatched,
  caseDueSoon,
  caseLapsed,
  caseOverdue,
  caseRejected,
  caseResumed,
  caseReturned,
  caseSecondNoticeAttempted,
  caseSubmitted,
  caseSupplemented,
  caseSupplementRequired,
  caseSuspended,
  caseWithdrawn,
  certificateIssued,
  fact,
  type CaseSnapshot,
  type ContractFact,
} from '@onewindow/contracts';
import { assertNever } from '@onewindow/kernel';
import type { Entry } from '@onewindow/persistence';
import type { CaseState, Denial, FiledCase } from '../domain/case.ts';
import type { CaseEvent } from '../domain/case-events.ts';

/** What others learn of an entry: the one translation from the domain's words to the contract's. */
export function publishCaseEvent(
  { event }: Pick<Entry<CaseEvent>, 'event'>,
  state: CaseState,
  id: string,
): ContractFact | undefined {
  if (state.status === 'ABSENT') return undefined;
  const snapshot = snapshotOf(id, state);
  const nothingMore = { happened: {}, snapshot };
  switch (event.type) {
    case 'CaseSubmitted':
      return fact(caseSubmitted, nothingMore);
    case 'SupplementRequested': {
      const missing = event.notice.materials.map((material) => material.name);
      return fact(caseSupplementRequired, { happened: { missing }, snapshot });
    }
    case 'SupplementReceived':
      return fact(caseSupplemented, nothingMore);
    case 'CaseAccepted':
      return fact(caseAccepted, { happened: { deemed: event.deemed }, snapshot });
    case 'CaseDispatched':
      return fact(caseDispatched, nothingMore);
    case 'CaseReturned':
      return fact(caseReturned, { happened: reportedIn(event.denial), snapshot });
    case 'CaseDecided': {
      const { seal, decidedBy } = event.verdict;
      return event.denial
        ? fact(caseRejected, {
            happened: { seal, decidedBy, ...reportedIn(event.denial) },
            snapshot,
          })
        : fact(caseApproved, { happened: { seal, decidedBy }, snapshot });
    }
    case 'CertificateIssued': {
      const happened = { certificateNumber: event.certificate.number };
      return fact(certificateIssued, { happened, snapshot });
    }
    case 'CaseCompleted':
      return fact(caseCompleted, nothingMore);
    case 'CaseLapsed':
      return fact(caseLapsed, nothingMore);
    case 'CaseWithdrawn':
      return fact(caseWithdrawn, nothingMore);
    case 'DenialOverturned':
      return fact(caseDenialOverturned, {
        happened: { report: event.overturning.report },
        snapshot,
      });
    case 'ClockDueSoon':
      return fact(caseDueSoon, { happened: { clock: event.clock, dueAt: event.dueAt }, snapshot });
    case 'ClockOverdue':
      return fact(caseOverdue, { happened: { clock: event.clock, dueAt: event.dueAt }, snapshot });
    case 'SecondNoticeRefused': {
      const newMaterials = event.newMaterials.map((material) => material.name);
      const happened = { attemptedBy: event.attemptedBy, newMaterials };
      return fact(caseSecondNoticeAttempted, { happened, snapshot });
    }
    case 'CaseSuspended': {
      const { procedure, toldDays } = event.time;
      return fact(caseSuspended, { happened: { procedure, toldDays }, snapshot });
    }
    case 'CaseResumed': {
      const over = state.specialTimes.at(-1);
      if (!over) throw new Error(`The case ${id} was resumed without having been suspended.`);
      return fact(caseResumed, { happened: { procedure: over.procedure }, snapshot });
    }
    default:
      return assertNever(event);
  }
}

/** By whom and to whom a denial is reported (000:14), for supervision to see it acknowledged (X12). */
function reportedIn({ rule, reporter, superior }: Denial) {
  return { rule, reporter, superior };
}

/** A case as everybody may know it: without applicant, reasons and what was told. */
export function snapshotOf(id: string, state: FiledCase): CaseSnapshot {
  return {
    id,
    status: state.status,
    kind: state.kind,
    receiptNumber: state.receiptNumber,
    item: state.itemId,
    itemRevision: state.itemRevision,
    region: state.region,
    centre: state.centre,
    department: state.department,
    window: state.window,
    handler: state.handler,
    submittedAt: state.submittedAt,
    acceptedAt: state.acceptance?.at ?? null,
    deemedAccepted: state.acceptance?.deemed ?? false,
    deadlines: state.clocks
      .filter(({ ended }) => ended === null)
      .map(({ clock, deadline: { dueAt, provisional } }) => ({ clock, dueAt, provisional })),
    overdue: state.overdue,
    certificateNumber: state.certificate?.number ?? null,
    decidedBy: state.verdict?.decidedBy ?? null,
    proofs: { applicant: state.applicant.proof, queryCode: state.queryCodeHash },
  };
}
