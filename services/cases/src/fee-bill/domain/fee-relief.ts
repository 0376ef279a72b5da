import { dayOf } from '@onewindow/calendar';
import { accept, compareMoney, NOTHING, reject, type Money } from '@onewindow/kernel';
import { onPost } from '../../case/domain/authority.ts';
import type { Officer } from '../../case/domain/facts.ts';
import type {
  ChiefReview,
  FeeBill,
  GrantByPolicy,
  RecordMeetingResolution,
  ReliefDenied,
  ReliefGranted,
  ReliefRequested,
  ReliefReviewed,
  RequestRelief,
} from './fee-bill.ts';

/** What is left to pay is less than the total, and not below nothing. */
const isNoRelief = (payable: Money, { total }: FeeBill) =>
  compareMoney(payable, total) >= 0 || compareMoney(payable, NOTHING) < 0;

/** 申请减免: before the invoice, and once for a bill. */
export function requestRelief(command: RequestRelief, bill: FeeBill) {
  const { at, by, isRunning, reason, asked } = command;
  if (!isRunning) return reject({ code: 'CaseNotBillable' });
  if (bill.relief) return reject({ code: 'ReliefDecided' });
  if (isNoRelief(asked, bill)) return reject({ code: 'NoRelief' });
  return accept<ReliefRequested>({ type: 'ReliefRequested', at, by, reason, asked });
}

/** Where the county's party committee or government has a policy, by that (002:105). */
export function grantByPolicy(command: GrantByPolicy, bill: FeeBill) {
  const { at, officer, isRunning, document, payable } = command;
  if (!isRunning) return reject({ code: 'CaseNotBillable' });
  const refusal = reliefClerk(bill, officer, at);
  if (refusal) return reject(refusal);
  if (isNoRelief(payable, bill)) return reject({ code: 'NoRelief' });
  const outcome = { how: 'BY_POLICY', document, by: officer.id, at } as const;
  return accept<ReliefGranted>({ type: 'ReliefGranted', at, outcome, payable });
}

/** Without a document the chief of the window's unit looks at it first; what he does not support ends there. */
export function chiefReview(command: ChiefReview, bill: FeeBill) {
  const { at, by, isRunning, supports, opinion } = command;
  if (!isRunning) return reject({ code: 'CaseNotBillable' });
  if (bill.relief?.chief) return reject({ code: 'ReliefDecided' });
  if (isInIt(bill, by)) return reject({ code: 'FeeStepNeedsAnotherPerson' });
  const outcome = { how: 'DENIED', document: null, by, at } as const;
  return supports
    ? accept<ReliefReviewed | ReliefDenied>({ type: 'ReliefReviewed', at, by, opinion })
    : accept<ReliefReviewed | ReliefDenied>({ type: 'ReliefDenied', at, outcome, opinion });
}

/** What the chief supports is studied and passed, or not, by the executive meeting of the county government (002:105). */
export function recordMeetingResolution(command: RecordMeetingResolution, bill: FeeBill) {
  const { at, officer, isRunning, document, heldOn, passed, payable } = command;
  if (!isRunning) return reject({ code: 'CaseNotBillable' });
  const refusal = reliefClerk(bill, officer, at);
  if (refusal) return reject(refusal);
  const reviewed = bill.relief?.chief;
  if (!reviewed) return reject({ code: 'ChiefReviewMissing' });
  if (reviewed.by === officer.id) return reject({ code: 'FeeStepNeedsAnotherPerson' });
  if (heldOn < dayOf(reviewed.at) || heldOn > dayOf(at)) {
    return reject({ code: 'NoMeetingThatDay' });
  }
  if (passed && isNoRelief(payable, bill)) return reject({ code: 'NoRelief' });
  const by = { document, by: officer.id, at };
  const outcome = { how: passed ? 'BY_MEETING' : 'DENIED', ...by } as const;
  return passed
    ? accept<ReliefGranted | ReliefDenied>({ type: 'ReliefGranted', at, outcome, payable })
    : accept<ReliefGranted | ReliefDenied>({ type: 'ReliefDenied', at, outcome, opinion: null });
}

/** Who has billed or asked for it says nothing of making it less. */
const isInIt = ({ billed, relief }: FeeBill, who: string) =>
  billed.by === who || relief?.requestedBy === who;

/** Recorded in the hall, by who has neither billed nor asked for it. */
function reliefClerk(bill: FeeBill, officer: Officer, at: GrantByPolicy['at']) {
  const post = onPost(officer, bill.centre, at);
  if (!post.ok) return post.refusal;
  return isInIt(bill, officer.id) ? ({ code: 'FeeStepNeedsAnotherPerson' } as const) : null;
}
