import type { CaseSnapshot } from '@onewindow/contracts';
import type { View } from '@onewindow/service';
import type { CaseState } from './domain/case.ts';
import { isOurs } from './domain/clocks.ts';

/** A case as everybody may know it: without applicant, reasons and what was told. */
export function caseSnapshotOf(view: View<CaseState>): CaseSnapshot {
  return {
    id: view.id,
    status: view.status,
    kind: view.urgency ? 'URGENT' : view.kind,
    receiptNumber: view.receiptNumber,
    item: view.itemId,
    itemRevision: view.itemRevision,
    region: view.region,
    centre: view.centre,
    department: view.department,
    window: view.window,
    handler: view.handler,
    submittedAt: view.submittedAt,
    acceptedAt: view.acceptance?.at ?? null,
    deemedAccepted: view.acceptance?.deemed ?? false,
    deadlines: view.clocks.flatMap(({ clock, ended, deadline: { dueAt, provisional } }) =>
      ended === null && isOurs(clock) ? [{ clock, dueAt, provisional }] : [],
    ),
    overdue: view.overdue,
    certificateNumber: view.certificate?.number ?? null,
    decidedBy: view.verdict?.decidedBy ?? null,
    proofs: { applicant: view.applicant.proof, queryCode: view.queryCodeHash },
  };
}
