import { accept, reject, type Decision } from '@onewindow/kernel';
import { refusalToPublish, refusalToWrite } from './content-rules.ts';
import { effectiveChange, summarise } from './item-changes.ts';
import type { ItemCommand, ItemEvent, ItemRejection, KnownItem } from './item.ts';
import { isPublic } from './permitted.ts';

type ReviseItem = Extract<ItemCommand, { type: 'ReviseItem' }>;

/** What the public reads must stay complete; a draft may have gaps, but nothing that the law forbids. */
export function decideRevision(
  { change, editor, reason }: ReviseItem,
  state: KnownItem,
): Decision<ItemEvent, ItemRejection> {
  const by = editor.id;
  if (by === null) return reject({ code: 'NotAuthorized', because: 'NotKnownStaff' });
  const effective = effectiveChange(state.content, change);
  if (Object.keys(effective).length === 0) return reject({ code: 'NothingChanged' });
  const content = { ...state.content, ...effective };
  const refusal = isPublic(state.status) ? refusalToPublish(content) : refusalToWrite(content);
  return refusal === undefined
    ? accept({
        type: 'ItemRevised',
        by,
        reason,
        change: effective,
        aliases: [],
        mark: null,
        ...summarise(state.content, effective),
      })
    : reject(refusal);
}
