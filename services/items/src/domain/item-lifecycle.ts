import { accept, assertNever, reject, type Decider, type Decision } from '@onewindow/kernel';
import { refusalToPublish, refusalToWrite } from './content-rules.ts';
import { decideEntry } from './decide-entry.ts';
import { decideImport } from './decide-import.ts';
import { decideNextRevision } from './decide-next-revision.ts';
import { decideRevision } from './decide-revision.ts';
import { evolve } from './evolve.ts';
import type { Editor, ItemCommand, ItemEvent, ItemRejection, ItemState } from './item.ts';
import type { KnownItem } from './item.ts';
import { permits } from './permitted.ts';
import { refusalToReview } from './review-by-another.ts';

function decide(command: ItemCommand, state: ItemState): Decision<ItemEvent, ItemRejection> {
  const permitted = permits(state, command.type);
  if (command.type === 'ImportItem' && permitted) return decideImport(command, state);
  if (state.status === 'ABSENT' || !permitted)
    return reject({
      code: 'NotPermittedInStatus',
      command: command.type,
      status: underReview(state) ? 'SUBMITTED_FOR_REVIEW' : state.status,
    });
  return decideKnown(command, state);
}

function decideKnown(command: ItemCommand, state: KnownItem): Decision<ItemEvent, ItemRejection> {
  if ('editor' in command && !mayEdit(command.type, command.editor, state))
    return reject({ code: 'NotAuthorized', because: whoseItIs(command.type) });
  if (state.next !== null && isOfNextRevision(command))
    return decideNextRevision(command, state, state.next);
  switch (command.type) {
    case 'ImportItem':
      return decideImport(command, state);
    case 'ReviseItem':
      return decideRevision(command, state);
    case 'SubmitItemForReview': {
      const by = command.editor.id;
      return by === null
        ? reject({ code: 'NotAuthorized', because: 'NotKnownStaff' })
        : refusedOr(refusalToWrite(state.content), { type: 'ItemSubmittedForReview', by });
    }
    case 'ReviewItem':
      return refusedOr(refusalToReview(command, state.authors), {
        type: command.decision === 'CONFIRM' ? 'ItemConfirmed' : 'ItemReturnedByReview',
        opinion: command.opinion,
        at: command.at,
      });
    case 'PublishItem':
      return refusedOr(refusalToPublish(state.content), { type: 'ItemPublished' });
    case 'EnterItem':
      return decideEntry(command, state);
    case 'SuspendItem':
      return accept({ type: 'ItemSuspended', reason: command.reason });
    case 'ResumeItem':
      return accept({ type: 'ItemResumed' });
    case 'AbolishItem':
      return accept({ type: 'ItemAbolished', reason: command.reason });
    default:
      return assertNever(command);
  }
}

function isOfNextRevision(command: ItemCommand) {
  return (
    command.type === 'SubmitItemForReview' ||
    command.type === 'ReviewItem' ||
    command.type === 'PublishItem'
  );
}

function underReview(state: ItemState): boolean {
  return state.status !== 'ABSENT' && state.next?.status === 'SUBMITTED';
}

/** Own department; a centre's staff may also take an item in, at their own centre. */
function mayEdit(type: ItemCommand['type'], editor: Editor, state: KnownItem): boolean {
  return editor.department === state.department || (type === 'EnterItem' && editor.centre !== null);
}

function whoseItIs(type: ItemCommand['type']) {
  return type === 'EnterItem' ? 'NotOfDepartmentOrCentre' : 'NotOfDepartment';
}

function refusedOr(
  refusal: ItemRejection | undefined,
  event: ItemEvent,
): Decision<ItemEvent, ItemRejection> {
  return refusal === undefined ? accept(event) : reject(refusal);
}

export const itemLifecycle: Decider<ItemState, ItemCommand, ItemEvent, ItemRejection> = {
  initial: { status: 'ABSENT' },
  decide,
  evolve,
};
