import { authorOf, isKnownStaff, isOneOf, type Viewer } from '@onewindow/identity';
import type { ItemCommand } from '../domain/item.ts';
import { isAuthoring, permits } from '../domain/permitted.ts';
import type { ItemView } from './item-view.ts';

const ACTIONS = {
  ReviseItem: 'REVISE_ITEM',
  SubmitItemForReview: 'SUBMIT_ITEM_FOR_REVIEW',
  ReviewItem: 'REVIEW_ITEM',
  PublishItem: 'PUBLISH_ITEM',
  EnterItem: 'ENTER_ITEM',
  SuspendItem: 'SUSPEND_ITEM',
  ResumeItem: 'RESUME_ITEM',
  AbolishItem: 'ABOLISH_ITEM',
} as const satisfies Partial<Record<ItemCommand['type'], string>>;
type Command = keyof typeof ACTIONS;
export type ItemAction = (typeof ACTIONS)[Command];

/** What the status allows and this viewer may do: from the table that decides. */
export function availableActions(item: ItemView, viewer: Viewer): readonly ItemAction[] {
  return (Object.keys(ACTIONS) as Command[])
    .filter((command) => permits(item, command) && mayCommand(command, item, viewer))
    .map((command) => ACTIONS[command]);
}

function mayCommand(command: Command, item: ItemView, viewer: Viewer): boolean {
  if (command === 'ReviewItem') {
    const isImpartial = isKnownStaff(viewer) && !isOneOf(viewer, (item.next ?? item).authors);
    return viewer.scopes.has('items:review') && isImpartial;
  }
  if (isAuthoring(command) && authorOf(viewer) === null) return false;
  const edits = viewer.scopes.has('items:edit') && viewer.department === item.department;
  if (command !== 'EnterItem') return edits;
  return edits || (viewer.scopes.has('windows:manage') && viewer.centre !== undefined);
}
