import { isKnownStaff, personOf, type Scope, type Viewer } from '@onewindow/identity';
import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { isFeeSettled, isSettled } from '../fee-bill/fee-of-a-case.ts';
import { defineCommands } from '../kit.ts';
import { caseKind, type CaseView } from './case.kind.ts';
import type { CaseEvent, SecondNoticeRefused } from './domain/case-events.ts';
import type { Report } from './domain/case-commands.ts';
import { APPLICANT } from './domain/case.ts';
import { feeOpen, isFeeDue } from './domain/fee-due.ts';
import { isFiledAtWindow } from './domain/filing.ts';
import { nothingWaitedFor } from './domain/bringing-materials.ts';
import { notPaused, paused } from './domain/special-procedure.ts';
import { barredFrom } from './kept-away.ts';
import { isApplicant } from './sight.ts';
import { numbered, queryCodeToTell, submission, whoIsWrittenDown } from './submit-case.ts';
import { submitCaseInput } from './submit-case-input.ts';

/** Staff of the department that handles the case. What a token must allow beside that the SDL asks before. */
export const ofDepartment = (viewer: Viewer, { department }: CaseView) => {
  if (isKnownStaff(viewer)) return viewer.department === department || 'NotOfDepartment';
  return viewer.kind === 'STAFF' ? 'NotKnownStaff' : 'NotOfDepartment';
};
const staffWith = (scope: Scope) => (viewer: Viewer, view: CaseView) =>
  viewer.scopes.has(scope) ? ofDepartment(viewer, view) : 'NotOfDepartment';
export const handlers = staffWith('cases:handle');
const applicantOrStaff = (viewer: Viewer, view: CaseView) => {
  if (isApplicant(viewer, view)) return true;
  const because = ofDepartment(viewer, view);
  return because === 'NotOfDepartment' ? 'NotApplicantNorOfDepartment' : because;
};

/** An applicant is nobody in journal and events, so that nobody is followed by what he applies for. */
const actor = (viewer: Viewer, view: CaseView) =>
  isApplicant(viewer, view) ? APPLICANT : viewer.id;

/** Whom a supervisor keeps away from the case is offered nothing (X24); post, letter and seal are asked when he acts. */
export const keptAway = async (viewer: Viewer, view: CaseView, context: RequestContext) =>
  isApplicant(viewer, view) ? null : barredFrom(view.id, context);

export const officerOf = ({ viewer, facts }: RequestContext, { id }: CaseView) =>
  facts.officer(personOf(viewer).id, id);
/** By one command: what is asked for at once is read at once. */
export const officerAndItem = async (context: RequestContext, view: CaseView) => {
  const [officer, item] = await Promise.all([
    officerOf(context, view),
    context.facts.item(view.itemId),
  ]);
  return { officer, item };
};
/** Null for the applicant himself, over the net. */
const officerIfStaff = (context: RequestContext, view: CaseView) =>
  context.viewer.kind === 'STAFF' ? officerOf(context, view) : null;

/** A report as it is written: to whom it goes is not its reporter's choice. */
const addressed = async (
  { situation, reasons, rule }: Omit<Report, 'superior'>,
  { facts }: RequestContext,
  { department }: CaseView,
): Promise<Report> => ({
  situation,
  reasons,
  rule,
  superior: await facts.leaderInCharge(department),
});

/** How a case is filed, and what is done with it then. */
export const caseCommands = defineCommands(
  caseKind,
  { id: 'caseId' },
  {
    submitCase: {
      creates: 'SubmitCase',
      input: submitCaseInput,
      actor: whoIsWrittenDown,
      command: submission,
      write: numbered,
      besides: queryCodeToTell,
    },
    requestSupplement: {
      does: 'RequestSupplement',
      action: 'REQUEST_SUPPLEMENT',
      may: handlers,
      bars: keptAway,
      command: async ({ materials, defects }, { context }, view) => ({
        ...(await officerAndItem(context, view)),
        materials,
        defects: (defects ?? []).map(({ material, reason }) => ({ material, reason })),
      }),
      // A second notice is kept for supervision (002:33), and who tried is told that there is only one.
      attempted: (events: readonly CaseEvent[]) => {
        const second = events.find(
          (event): event is SecondNoticeRefused => event.type === 'SecondNoticeRefused',
        );
        return second
          ? ({ code: 'AlreadyNotified', newMaterials: second.newMaterials } as const)
          : null;
      },
    },
    submitSupplement: {
      does: 'SubmitSupplement',
      action: 'SUBMIT_SUPPLEMENT',
      may: applicantOrStaff,
      bars: keptAway,
      actor,
      command: async ({ materials }, { context }, view) => ({
        officer: await officerIfStaff(context, view),
        materials,
      }),
    },
    bringMaterials: {
      does: 'BringMaterials',
      action: 'BRING_MATERIALS',
      may: applicantOrStaff,
      bars: async (viewer, view, context) =>
        nothingWaitedFor(view) ?? (await keptAway(viewer, view, context)),
      actor,
      command: async ({ materials }, { context }, view) => ({
        officer: await officerIfStaff(context, view),
        materials,
      }),
    },
    acceptCase: {
      does: 'AcceptCase',
      action: 'ACCEPT',
      may: handlers,
      bars: keptAway,
      command: async ({ rightsInformed, promise }, { context }, view) => ({
        ...(await officerAndItem(context, view)),
        rightsInformed,
        promise: promise
          ? { materials: promise.materials, until: promise.until, paper: promise.paper }
          : null,
      }),
    },
    returnCase: {
      does: 'ReturnCase',
      action: 'RETURN',
      may: handlers,
      bars: keptAway,
      command: async ({ told, ground, competentAuthority, report }, { context }, view) => {
        const [given, reported] = await Promise.all([
          officerAndItem(context, view),
          addressed(report, context, view),
        ]);
        const { qualifications, conditions, procedure } = told;
        return {
          ...given,
          told: { qualifications, conditions, procedure },
          ground: ground ?? null,
          competentAuthority: competentAuthority ?? null,
          report: reported,
        };
      },
    },
    withdrawCase: {
      does: 'WithdrawCase',
      action: 'WITHDRAW',
      may: applicantOrStaff,
      bars: async (viewer, view, context) =>
        isApplicant(viewer, view) || isFiledAtWindow(view)
          ? keptAway(viewer, view, context)
          : ({ code: 'NotApplicant' } as const),
      actor,
      command: async ({ paper }, { context }, view) => ({
        officer: await officerIfStaff(context, view),
        paper: paper ? { reference: paper.reference, signedOn: paper.signedOn } : null,
      }),
    },
    dispatchCase: {
      does: 'DispatchCase',
      action: 'DISPATCH',
      may: handlers,
      bars: keptAway,
      command: async ({ handlerId }, { context }, view) => {
        const [officer, named] = await Promise.all([
          officerOf(context, view),
          handlerId == null ? null : context.facts.officer(handlerId, view.id),
        ]);
        return { officer, handler: named ?? officer };
      },
    },
    suspendCase: {
      does: 'SuspendCase',
      action: 'SUSPEND',
      may: handlers,
      bars: async (viewer, view, context) =>
        paused(view) ?? (await keptAway(viewer, view, context)),
      input: z.object({ toldDays: z.int().min(1).max(365) }),
      command: async ({ procedure, toldDays }, { context }, view) => ({
        officer: await officerOf(context, view),
        procedure,
        toldDays,
      }),
    },
    resumeCase: {
      does: 'ResumeCase',
      action: 'RESUME',
      may: handlers,
      bars: async (viewer, view, context) =>
        notPaused(view) ?? (await keptAway(viewer, view, context)),
      command: async (_, { context }, view) => ({ officer: await officerOf(context, view) }),
    },
    decideCase: {
      does: 'DecideCase',
      action: 'DECIDE',
      may: staffWith('cases:decide'),
      bars: async (viewer, view, context) =>
        paused(view) ?? (await keptAway(viewer, view, context)),
      command: async ({ outcome, sealId, report }, { viewer, context }, view) => {
        const [officer, sealed, reported] = await Promise.all([
          officerOf(context, view),
          context.facts.seal(sealId),
          report ? addressed(report, context, view) : null,
        ]);
        // Whoever approves does not supervise the same (003:39).
        const supervises = viewer.scopes.has('supervision:handle');
        return { officer, outcome, sealId, ...sealed, report: reported, supervises };
      },
    },
    issueCertificate: {
      does: 'IssueCertificate',
      action: 'ISSUE_CERTIFICATE',
      may: handlers,
      bars: async (viewer, view, context) =>
        (await keptAway(viewer, view, context)) ??
        feeOpen(view, isFeeDue(view) && isSettled(await context.openBillOf.load(view.id))),
      command: async ({ certificateNumber, inPerson }, { context }, view) => {
        const [officer, isSettled] = await Promise.all([
          officerOf(context, view),
          isFeeSettled(context, view),
        ]);
        return { officer, certificateNumber, inPerson, isFeeSettled: isSettled };
      },
    },
    completeCase: {
      does: 'CompleteCase',
      action: 'COMPLETE',
      may: handlers,
      bars: keptAway,
      command: async (_, { context }, view) => ({ officer: await officerOf(context, view) }),
    },
  },
);
