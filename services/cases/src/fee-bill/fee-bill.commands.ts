import { dayOf } from '@onewindow/calendar';
import { isKnownStaff, isPerson, personOf, type Viewer } from '@onewindow/identity';
import { reject } from '@onewindow/kernel';
import { z } from 'zod';
import { caseKind } from '../case/case.kind.ts';
import { APPLICANT } from '../case/domain/case.ts';
import { isBillable, standardsInForce } from '../case/domain/fee-due.ts';
import { barredFrom, keptAwayFrom } from '../case/kept-away.ts';
import { isApplicant } from '../case/sight.ts';
import type { RequestContext } from '../context.ts';
import { defineCommands } from '../kit.ts';
import { accountInForce, specialAccountKind } from '../special-account/special-account.kind.ts';
import { feeBillKind, type FeeBillView } from './fee-bill.kind.ts';

/** Asked anew with every attempt to write: whoever stands at the window need not see the case. */
const isRunning = async ({ anyCase }: RequestContext, { case: id }: FeeBillView) =>
  isBillable(await anyCase.clear(id).load(id));

/** Whom a supervisor keeps away from the case does nothing with its money (X24). */
const keptAway = (_: Viewer, { case: id }: FeeBillView, context: RequestContext) =>
  barredFrom(id, context);

/** A case that is over is charged nothing any more: said with the action too, as is that he is kept away from it. */
const overCase = async (viewer: Viewer, bill: FeeBillView, context: RequestContext) =>
  (await keptAway(viewer, bill, context)) ??
  (isBillable(await context.anyCase.load(bill.case))
    ? null
    : ({ code: 'CaseNotBillable' } as const));

const officerOf = ({ viewer, facts }: RequestContext, { case: id }: Pick<FeeBillView, 'case'>) =>
  facts.officer(personOf(viewer).id, id);

const asked = async (context: RequestContext, bill: FeeBillView) => {
  const [officer, running] = await Promise.all([
    officerOf(context, bill),
    isRunning(context, bill),
  ]);
  return { officer, isRunning: running };
};

/** The applicant of the case that is charged for. */
const isPayer = async (viewer: Viewer, bill: FeeBillView, { anyCase }: RequestContext) => {
  if (viewer.kind === 'STAFF') return false;
  const view = await anyCase.load(bill.case);
  return view !== null && isApplicant(viewer, view);
};
const ofUnit = (viewer: Viewer, { department }: FeeBillView) =>
  viewer.scopes.has('fees:bill') && viewer.department === department;

/** The steps of a bill: each by its own window (002:105). */
export const feeBillCommands = defineCommands(
  feeBillKind,
  {
    id: 'feeBillId',
    // Nobody takes two steps of one bill: so it has to be known who he is.
    token: (viewer) => isKnownStaff(viewer) || 'NotKnownStaff',
  },
  {
    issueBill: {
      creates: 'IssueBill',
      input: z.object({
        lines: z.array(z.object({ quantity: z.int().min(1).max(100_000) })).min(1),
      }),
      command: async ({ caseId, lines }, { viewer, context }) => {
        const view = await context.kinds.of(caseKind).fresh(caseId);
        if (!view) return reject({ code: 'NotFound', id: caseId } as const);
        const { region, centre, department, itemId: item, itemRevision } = view;
        if (viewer.department !== department) {
          return reject({ code: 'NotAuthorized', because: 'NotOfDepartment' } as const);
        }
        return {
          officer: await officerOf(context, { case: caseId }),
          matter: { case: caseId, item, itemRevision, region, centre, department },
          isRunning: isBillable(view),
          standards: standardsInForce(view),
          lines: lines.map(({ standard, quantity, amount }) => ({
            ...{ standard, quantity, amount: amount ?? null },
          })),
        };
      },
    },
    issueInvoice: {
      does: 'IssueInvoice',
      action: 'ISSUE_INVOICE',
      bars: overCase,
      claims: 'invoiceNumber',
      may: (viewer) => viewer.scopes.has('fees:invoice') || 'NotFinanceWindow',
      command: async ({ invoiceNumber }, { context }, bill) => ({
        ...(await asked(context, bill)),
        invoiceNumber,
      }),
    },
    recordPayment: {
      does: 'RecordPayment',
      action: 'RECORD_PAYMENT',
      bars: overCase,
      claims: 'bankReference',
      may: (viewer) => viewer.scopes.has('fees:collect') || 'NotBankWindow',
      command: async ({ amount, bankReference }, { context }, bill) => ({
        ...(await asked(context, bill)),
        amount,
        bankReference,
      }),
    },
    depositFunds: {
      does: 'DepositFunds',
      action: 'DEPOSIT_FUNDS',
      bars: keptAway,
      may: (viewer) => viewer.scopes.has('fees:collect') || 'NotBankWindow',
      command: async ({ account }, { context, at }, bill) => {
        const { journal } = context.kinds.of(specialAccountKind);
        const [officer, specialAccount] = await Promise.all([
          officerOf(context, bill),
          accountInForce(journal, { centre: bill.centre, day: dayOf(at), at }),
        ]);
        return { officer, account, specialAccount };
      },
    },
    requestRelief: {
      does: 'RequestRelief',
      action: 'REQUEST_RELIEF',
      bars: overCase,
      token: () => true,
      may: async (viewer, bill, context) => {
        if (await isPayer(viewer, bill, context)) return true;
        return (isKnownStaff(viewer) && ofUnit(viewer, bill)) || 'NotApplicantNorOfDepartment';
      },
      actor: (viewer) => (viewer.kind === 'STAFF' ? viewer.id : APPLICANT),
      command: async ({ reason, payable }, { viewer, context }, bill) => {
        const [kept, running] = await Promise.all([
          keptAwayFrom(bill.case, context),
          isRunning(context, bill),
        ]);
        if (kept) return reject(kept);
        const by = viewer.kind === 'STAFF' ? personOf(viewer).id : APPLICANT;
        return { isRunning: running, by, reason, asked: payable };
      },
    },
    grantByPolicy: {
      does: 'GrantByPolicy',
      action: 'GRANT_BY_POLICY',
      bars: overCase,
      may: (viewer) => viewer.scopes.has('fees:invoice') || 'NotFinanceWindow',
      command: async ({ document, payable }, { context }, bill) => ({
        ...(await asked(context, bill)),
        document,
        payable,
      }),
    },
    chiefReview: {
      does: 'ChiefReview',
      action: 'CHIEF_REVIEW',
      bars: overCase,
      may: async (viewer, { department }, { facts }) =>
        isPerson(viewer, await facts.leaderInCharge(department)) || 'NotTheChief',
      command: async ({ supports, opinion }, { viewer, context }, bill) => {
        const [kept, running] = await Promise.all([
          keptAwayFrom(bill.case, context),
          isRunning(context, bill),
        ]);
        if (kept) return reject(kept);
        return { isRunning: running, by: personOf(viewer).id, supports, opinion };
      },
    },
    recordMeetingResolution: {
      does: 'RecordMeetingResolution',
      action: 'RECORD_MEETING_RESOLUTION',
      bars: overCase,
      may: (viewer) => viewer.scopes.has('fees:invoice') || 'NotFinanceWindow',
      command: async ({ document, heldOn, passed, payable }, { context }, bill) => ({
        ...(await asked(context, bill)),
        ...{ document, heldOn, passed, payable },
      }),
    },
    voidBill: {
      does: 'VoidBill',
      action: 'VOID_BILL',
      bars: keptAway,
      may: (viewer) => viewer.scopes.has('fees:invoice') || 'NotFinanceWindow',
      command: async ({ reason }, { context }, bill) => ({
        officer: await officerOf(context, bill),
        reason,
      }),
    },
    refundBill: {
      does: 'RefundBill',
      action: 'REFUND_BILL',
      bars: keptAway,
      claims: 'bankReference',
      may: (viewer) => viewer.scopes.has('fees:collect') || 'NotBankWindow',
      command: async ({ bankReference }, { context }, bill) => ({
        officer: await officerOf(context, bill),
        bankReference,
      }),
    },
  },
);
