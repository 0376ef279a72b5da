import { dayOf } from '@onewindow/calendar';
import { accept, reject, type Decision, type NotPermitted } from '@onewindow/kernel';
import {
  refusalOfUnheardFees,
  refusalToPublish,
  refusalToWrite,
  type PublishingRefusal,
  type WritingRefusal,
} from './content-rules.ts';
import { effectiveChange, summarise } from './item-changes.ts';
import type {
  DropProposal,
  ItemEvent,
  KnownItem,
  NextRevisionDropped,
  PublicItem,
  PublishItem,
  ReviewItem,
  SubmitItemForReview,
} from './item.ts';
import { isPublic, nextFor } from './permitted.ts';

/** A draft may have gaps when it is submitted; the next revision of what is public may not. */
export function decideSubmission(
  { by }: SubmitItemForReview,
  item: KnownItem,
): Decision<ItemEvent, WritingRefusal | PublishingRefusal | NotPermitted> {
  if (!isPublic(item)) {
    const refusal = refusalToWrite(item.content);
    return refusal ? reject(refusal) : accept({ type: 'ItemSubmittedForReview', by });
  }
  const next = nextFor('SubmitItemForReview', item);
  if ('code' in next) return reject(next);
  const refusal = refusalToPublish({ ...item.content, ...next.change });
  return refusal ? reject(refusal) : accept({ type: 'NextRevisionSubmitted', by });
}

/** The office reviews what the department wrote, so nobody reviews his own words (002:24). */
export function decideReview(
  { by, decision, opinion, at }: ReviewItem,
  item: KnownItem,
): Decision<ItemEvent, { readonly code: 'ReviewerIsAuthor' } | NotPermitted> {
  const isConfirmed = decision === 'CONFIRM';
  if (!isPublic(item)) {
    if (isAmong(item.authors, by)) return reject({ code: 'ReviewerIsAuthor' });
    const type = isConfirmed ? 'ItemConfirmed' : 'ItemReturnedByReview';
    return accept({ type, opinion, at });
  }
  const next = nextFor('ReviewItem', item);
  if ('code' in next) return reject(next);
  if (isAmong(next.authors, by)) return reject({ code: 'ReviewerIsAuthor' });
  const type = isConfirmed ? 'NextRevisionConfirmed' : 'NextRevisionReturned';
  return accept({ type, opinion, at });
}

/** Publishes what was confirmed: the item, or the next revision of one that is public. */
export function decidePublication(
  { by, at }: PublishItem,
  item: KnownItem,
): Decision<
  ItemEvent,
  PublishingRefusal | NonNullable<ReturnType<typeof refusalOfUnheardFees>> | NotPermitted
> {
  if (!isPublic(item)) {
    const refusal =
      refusalToPublish(item.content) ?? refusalOfUnheardFees(item.content, null, dayOf(at));
    return refusal ? reject(refusal) : accept({ type: 'ItemPublished' });
  }
  const next = nextFor('PublishItem', item);
  if ('code' in next) return reject(next);
  const content = { ...item.content, ...next.change };
  const refusal =
    refusalToPublish(content) ?? refusalOfUnheardFees(content, item.content, dayOf(at));
  if (refusal) return reject(refusal);
  const { reason, aliases } = next;
  // The item may say some of it already.
  const change = effectiveChange(item.content, next.change);
  const { changes, daysSaved, materialsRemoved, stepsRemoved } = summarise(item.content, change);
  return accept({
    type: 'NextRevisionPublished',
    by,
    reason,
    change,
    aliases,
    changes,
    daysSaved,
    materialsRemoved,
    stepsRemoved,
  });
}

/** Ends a proposal that nobody wants. What is with the reviewer he gives back himself. */
export function decideDropping(
  { by, reason }: DropProposal,
  item: PublicItem,
): Decision<NextRevisionDropped, NotPermitted> {
  const next = nextFor('DropProposal', item);
  return 'code' in next ? reject(next) : accept({ type: 'NextRevisionDropped', by, reason });
}

const isAmong = (authors: readonly string[], reviewer: readonly string[]) =>
  reviewer.some((id) => authors.includes(id));
