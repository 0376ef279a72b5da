import { dayOf } from '@onewindow/calendar';
import { accept, reject } from '@onewindow/kernel';
import { atWindow, onPost } from './authority.ts';
import type { CaseFile, CaseKind, ItemTerms, SignedPaper } from './case.ts';
import type { SubmitCase, WithdrawCase } from './case-commands.ts';
import type { CaseSubmitted, CaseWithdrawn } from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import { used } from './facts.ts';
import { inService } from './item-in-service.ts';
import { listsOf, termsOf } from './judged-as-filed.ts';
import { named, unknownMaterials } from './one-time-notice.ts';
import { receiptNumber } from './receipt-number.ts';
import { tellOnceClock } from './tell-once.ts';

/** The kind of a case follows the mode of its item (A5); an item without a mode is handled in committed time. */
export function kindOf({ handlingMode }: ItemTerms): CaseKind {
  return handlingMode === 'IMMEDIATE' || handlingMode === 'JOINT' ? handlingMode : 'COMMITTED';
}

/** Taken for what is in service at a centre, at a post of that centre or over the net (002:15, 002:37). */
export function submit(command: SubmitCase, rules: CaseRules) {
  const item = inService(command.item);
  if (!item) return reject({ code: 'ItemNotInService', item: command.itemId });
  const post = command.officer ? atWindow(command.officer, item.centre) : null;
  if (post?.ok === false) return reject(post.refusal);
  const unknown = unknownMaterials(item, command.materials);
  if (unknown.length > 0) return reject({ code: 'UnknownMaterials', materials: unknown });
  const most = rules.mostOpenApplications;
  // A matter more is an application more: else one person could fill a window's day by changing a word.
  if (command.openApplications >= most) return reject({ code: 'TooManyOpenApplications', most });
  return accept<CaseSubmitted>({
    type: 'CaseSubmitted',
    at: command.at,
    receiptNumber: receiptNumber(command.receipt),
    receipt: command.receipt,
    itemId: item.id,
    itemRevision: item.revision,
    terms: termsOf(item),
    lists: listsOf(item),
    region: item.region,
    centre: item.centre,
    department: item.department,
    window: post?.window ?? null,
    kind: kindOf(item),
    channel: command.officer ? 'WINDOW' : 'WEB',
    applicant: command.applicant,
    queryCodeHash: command.queryCodeHash,
    filingKey: command.filingKey,
    materials: named(item.materials, command.materials),
    clock: tellOnceClock(command.at, countingIn(item.region, rules, command.at)),
    used: [used('ITEM', item), ...(post?.used ?? [])],
  });
}

/**
 * The applicant's own will (行政许可法 29): over the net he alone says it. Who filed at the window signs a paper, on which
 * the officer acts (`ReasonsRequired`, `SignedPaper` without one, or with one of a day to come or before the application); what he
 * filed himself over the net no officer ends (`NotApplicant`), or one complained of could.
 */
export function withdraw(command: WithdrawCase, state: CaseFile) {
  const { officer, at, paper } = command;
  if (!officer) return accept<CaseWithdrawn>({ type: 'CaseWithdrawn', at });
  const post = onPost(officer, state.centre, at);
  if (!post.ok) return reject(post.refusal);
  if (!isFiledAtWindow(state)) return reject({ code: 'NotApplicant' });
  if (paper === null || paper.reference.trim() === '' || !isInTime(paper, state, at))
    return reject({ code: 'ReasonsRequired', because: 'SignedPaper' });
  return accept<CaseWithdrawn>({ type: 'CaseWithdrawn', at, paper });
}

/** Nobody takes back what he has not applied for yet, nor on a day to come. */
const isInTime = (
  { signedOn }: SignedPaper,
  { submittedAt }: CaseFile,
  at: WithdrawCase['at'],
): boolean => signedOn >= dayOf(submittedAt) && signedOn <= dayOf(at);

/** An officer may take the application back for who applies: it was filed at the window. */
export function isFiledAtWindow({ channel }: Pick<CaseFile, 'channel'>): boolean {
  return channel === 'WINDOW';
}
