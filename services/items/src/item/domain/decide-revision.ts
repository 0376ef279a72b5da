import { accept, reject, type Decision, type NotPermitted } from '@onewindow/kernel';
import { refusalToWrite, type PublishingRefusal } from './content-rules.ts';
import { effectiveChange, summarise } from './item-changes.ts';
import type { ItemEvent, KnownItem, PublicItem, ReviseItem } from './item.ts';
import { isPublic, refusalToPropose } from './permitted.ts';
import { proposedContent, proposeRevision } from './propose-revision.ts';

type Decided = Decision<
  ItemEvent,
  PublishingRefusal | NotPermitted | { readonly code: 'NothingChanged' }
>;

/** A draft is written anew, and may have gaps; to what is public an editor proposes the next revision (002:24). */
export function decideRevision(command: ReviseItem, item: KnownItem): Decided {
  if (isPublic(item)) return proposed(command, item);
  const { by, reason } = command;
  const change = effectiveChange(item.content, command.change);
  if (Object.keys(change).length === 0) return reject({ code: 'NothingChanged' });
  const refusal = refusalToWrite({ ...item.content, ...change });
  if (refusal) return reject(refusal);
  const { changes, daysSaved, materialsRemoved, stepsRemoved } = summarise(item.content, change);
  return accept({
    type: 'ItemRevised',
    by,
    reason,
    change,
    aliases: [],
    mark: null,
    changes,
    daysSaved,
    materialsRemoved,
    stepsRemoved,
  });
}

function proposed({ by, reason, change }: ReviseItem, item: PublicItem): Decided {
  const waits = refusalToPropose('ReviseItem', item);
  if (waits) return reject(waits);
  const content = { ...proposedContent(item), ...change };
  const decision = proposeRevision({ by, reason, content, aliases: [], mark: null }, item);
  const isNothing = decision.accepted && decision.events.length === 0;
  return isNothing ? reject({ code: 'NothingChanged' }) : decision;
}
