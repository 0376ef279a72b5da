import { accept, reject, type Decision } from '@onewindow/kernel';
import { refusalToPublish } from './content-rules.ts';
import { effectiveChange, summarise } from './item-changes.ts';
import { refusalToReview } from './review-by-another.ts';
import type { ItemCommand, ItemEvent, ItemRejection, KnownItem, NextRevision } from './item.ts';

type Command<Type extends ItemCommand['type']> = Extract<ItemCommand, { type: Type }>;
type Given = Command<'SubmitItemForReview'> | Command<'ReviewItem'> | Command<'PublishItem'>;

/** 002:24: the legal office confirms the next revision of a public item as it did the first. */
export function decideNextRevision(
  command: Given,
  state: KnownItem,
  next: NextRevision,
): Decision<ItemEvent, ItemRejection> {
  const content = { ...state.content, ...next.change };
  switch (command.type) {
    case 'SubmitItemForReview': {
      const by = command.editor.id;
      if (by === null) return reject({ code: 'NotAuthorized', because: 'NotKnownStaff' });
      const refusal = refusalToPublish(content);
      return refusal === undefined
        ? accept({ type: 'NextRevisionSubmitted', by })
        : reject(refusal);
    }
    case 'ReviewItem': {
      const refusal = refusalToReview(command, next.authors);
      if (refusal !== undefined) return reject(refusal);
      const type =
        command.decision === 'CONFIRM' ? 'NextRevisionConfirmed' : 'NextRevisionReturned';
      return accept({ type, opinion: command.opinion, at: command.at });
    }
    case 'PublishItem': {
      const by = command.editor.id;
      if (by === null) return reject({ code: 'NotAuthorized', because: 'NotKnownStaff' });
      const refusal = refusalToPublish(content);
      if (refusal !== undefined) return reject(refusal);
      // An editor may have said some of it in the meantime.
      const change = effectiveChange(state.content, next.change);
      return accept({
        type: 'NextRevisionPublished',
        by,
        reason: next.reason,
        change,
        aliases: next.aliases,
        ...summarise(state.content, change),
      });
    }
  }
}
