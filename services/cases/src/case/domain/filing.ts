import { accept, reject } from '@onewindow/kernel';
import { atWindow, onPost } from './authority.ts';
import type { CaseKind, CaseFile, FiledCase, ItemTerms } from './case.ts';
import type { SubmitCase, SubmitSupplement, WithdrawCase } from './case-commands.ts';
import type { CaseSubmitted, CaseWithdrawn, SupplementReceived } from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import { used } from './facts.ts';
import { inService } from './item-in-service.ts';
import { listsOf, termsOf } from './judged-as-filed.ts';
import { named, unknownMaterials, without } from './one-time-notice.ts';
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

/** Everything on the notice, or nothing: with it the time to tell begins anew (002:33, 002:76). */
export function submitSupplement(
  command: SubmitSupplement,
  state: Extract<FiledCase, { readonly status: 'SUPPLEMENT_REQUIRED' }>,
  rules: CaseRules,
) {
  const post = command.officer ? onPost(command.officer, state.centre, command.at) : null;
  if (post?.ok === false) return reject(post.refusal);
  const missing = without(state.notice.materials, command.materials);
  if (missing.length > 0)
    return reject({ code: 'MaterialsMissing', because: 'OfNotice', materials: missing });
  return accept<SupplementReceived>({
    type: 'SupplementReceived',
    at: command.at,
    materials: state.notice.materials,
    inPerson: command.officer !== null,
    kind: kindOf(state.terms),
    clock: tellOnceClock(command.at, countingIn(state.region, rules, command.at)),
  });
}

/**
 * The applicant's own act: over the net he alone does it. Who came to the window may say so there, and the officer
 * writes it down for him; what an applicant has filed himself no officer ends, or one complained of could.
 */
export function withdraw(command: WithdrawCase, state: CaseFile) {
  const { officer, at } = command;
  const post = officer ? onPost(officer, state.centre, at) : null;
  if (post?.ok === false) return reject(post.refusal);
  if (officer && !isFiledAtWindow(state)) return reject({ code: 'NotApplicant' });
  return accept<CaseWithdrawn>({ type: 'CaseWithdrawn', at });
}

/** An officer may take the application back for who applies: it was filed at the window. */
export function isFiledAtWindow({ channel }: Pick<CaseFile, 'channel'>): boolean {
  return channel === 'WINDOW';
}
