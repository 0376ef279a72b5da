import { accept, reject, type Decision } from '@onewindow/kernel';
import { refusalToPublish, refusalToWrite, type PublishingRefusal } from './content-rules.ts';
import { effectiveChange, summarise } from './item-changes.ts';
import type { ItemEvent, KnownItem, ReviseItem } from './item.ts';
import { isPublic } from './permitted.ts';

/** What the public reads must stay complete; a draft may have gaps, but nothing that the law forbids. */
export function decideRevision(
  { by, change, reason }: ReviseItem,
  item: KnownItem,
): Decision<ItemEvent, PublishingRefusal | { readonly code: 'NothingChanged' }> {
  const effective = effectiveChange(item.content, change);
  if (Object.keys(effective).length === 0) return reject({ code: 'NothingChanged' });
  const content = { ...item.content, ...effective };
  const refusal = isPublic(item) ? refusalToPublish(content) : refusalToWrite(content);
  if (refusal) return reject(refusal);
  const { changes, daysSaved, materialsRemoved, stepsRemoved } = summarise(item.content, effective);
  return accept({
    type: 'ItemRevised',
    by,
    reason,
    change: effective,
    aliases: [],
    mark: null,
    changes,
    daysSaved,
    materialsRemoved,
    stepsRemoved,
  });
}
