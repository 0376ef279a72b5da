import { accept, reject } from '@onewindow/kernel';
import { matterOf } from './acceptance.ts';
import { authorized, keptAway } from './authority.ts';
import type { CaseFile } from './case.ts';
import type { ApplicantSummoned, RequestAnswered, RequestMade } from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import { runningClock } from './clocks.ts';
import { recounted } from './deadlines-of-a-case.ts';
import type { Officer } from './facts.ts';
import { extensionOf, granted, visitsAllowed } from './request.ts';
import type { AnswerRequest, AskFor, SummonApplicant } from './request-commands.ts';

const notPossible = <Because extends string>(because: Because) =>
  reject({ code: 'RequestNotPossible', because });

/**
 * Leave is asked beforehand, with a reason: for more time to decide by who handles the case, before the time is over
 * and once (行政许可法 42); for a third visit by who has the case at the window (002:41).
 */
export function askFor({ at, officer, kind, reason }: AskFor, state: CaseFile) {
  const authority = authorityOf(officer, { state, at });
  if (!authority.ok) return reject(authority.refusal);
  if (reason.trim() === '') return notPossible('NoReason');
  const requests = state.requests;
  if (requests.some((one) => one.kind === kind && one.answer === null)) return notPossible('Open');
  if (kind === 'EXTENSION') {
    const because = whyNoExtension(state, at);
    if (because !== null) return notPossible(because);
  }
  return accept<RequestMade>({
    type: 'RequestMade',
    at,
    request: {
      ...{ number: requests.length + 1, kind, reason, askedBy: officer.id, askedAt: at },
      answer: null,
    },
    used: authority.used,
  });
}

/**
 * The head of the department answers for more time, and where departments handle it jointly the head of the government,
 * whose paper the centre keeps (行政许可法 42); the centre answers for a visit more (002:41). Nobody answers himself.
 * Only the statutory clock gets longer: promises are kept.
 */
export function answerRequest(command: AnswerRequest, state: CaseFile, rules: CaseRules) {
  const { at, officer, paper, request: number } = command;
  const refusal = keptAway(officer, at);
  if (refusal) return reject(refusal);
  const { id: by } = officer;
  const request = state.requests.find((one) => one.number === number && one.answer === null);
  if (!request) return notPossible('NotOpen');
  const { kind } = request;
  const isJoint = kind === 'EXTENSION' && state.terms.handlingMode === 'JOINT';
  const isCentres = kind === 'EXTRA_VISIT' || isJoint;
  if (isCentres && !command.runsCentre) return notPossible('NotCentre');
  if (!isCentres && !command.isHead) return notPossible('NotHead');
  if (request.askedBy === by) return notPossible('OwnRequest');
  const isExtended = kind === 'EXTENSION' && command.granted;
  if (isJoint && command.granted && (paper ?? '').trim() === '') return notPossible('NoPaper');
  if (isExtended) {
    const because = whyNoExtension(state, at);
    if (because !== null) return notPossible(because);
  }
  const extendedBy = extensionOf(state.terms);
  return accept<RequestAnswered>({
    type: 'RequestAnswered',
    at,
    request: number,
    answer: { granted: command.granted, by, at, paper: isJoint ? paper : null },
    ...(isExtended && {
      extendedBy,
      clocks: recounted({ ...state, extendedBy }, countingIn(state.region, rules, at)),
    }),
  });
}

/** The applicant is called in: within two visits, and a third one only with the centre's leave (002:41). */
export function summonApplicant({ at, officer, reason }: SummonApplicant, state: CaseFile) {
  const authority = authorityOf(officer, { state, at });
  if (!authority.ok) return reject(authority.refusal);
  if (reason.trim() === '') return notPossible('NoReason');
  if (state.visits >= visitsAllowed(state.requests)) return notPossible('VisitsUsed');
  return accept<ApplicantSummoned>({
    ...{ type: 'ApplicantSummoned', at, by: officer.id, reason, used: authority.used },
  });
}

/** Why there is no more time to decide; null where there may be. */
function whyNoExtension(state: CaseFile, at: AskFor['at']) {
  if (granted(state.requests, 'EXTENSION').length > 0) return 'ExtendedBefore';
  const law = runningClock(state.clocks, 'DECISION');
  if (!law) return 'NoClock';
  const { dueAt } = law.deadline;
  return law.overdueSince !== null || (dueAt !== null && dueAt <= at) ? 'TimeIsOver' : null;
}

/** Who has the case in hand: to handle it, or before that to accept it. */
function authorityOf(
  officer: Officer,
  { state, at }: { readonly state: CaseFile; readonly at: AskFor['at'] },
) {
  const power = state.acceptance === null ? 'ACCEPT' : 'HANDLE';
  return authorized(officer, power, matterOf(state, at));
}
