import type { ItemCommand, ItemState, NextRevision } from './item.ts';

type Commands = readonly ItemCommand['type'][];

/**
 * What each status allows (domain 3.14). What is with the reviewer stays as it is until he answers.
 * A confirmed item that is revised goes back to clean-up, because only reviewed content counts (002:24).
 */
export const PERMITTED = {
  ABSENT: ['ImportItem'],
  IDENTIFIED: ['ImportItem', 'ReviseItem', 'SubmitItemForReview', 'AbolishItem'],
  SUBMITTED_FOR_REVIEW: ['ReviewItem'],
  CONFIRMED: ['ImportItem', 'ReviseItem', 'PublishItem', 'AbolishItem'],
  PUBLISHED: ['ImportItem', 'ReviseItem', 'EnterItem', 'AbolishItem'],
  IN_SERVICE: ['ImportItem', 'ReviseItem', 'SuspendItem', 'AbolishItem'],
  SUSPENDED: ['ImportItem', 'ReviseItem', 'ResumeItem', 'AbolishItem'],
  ABOLISHED: [],
} as const satisfies Record<ItemState['status'], Commands>;

/** What the next revision of a public item allows, beside what the item itself does. */
export const NEXT_PERMITTED = {
  DRAFT: ['ImportItem', 'SubmitItemForReview'],
  SUBMITTED: ['ReviewItem'],
  CONFIRMED: ['ImportItem', 'PublishItem'],
} as const satisfies Record<NextRevision['status'], Commands>;

export interface Standing {
  readonly status: ItemState['status'];
  readonly next?: Pick<NextRevision, 'status'> | null;
}

/** Whether the item, or its next revision when there is one, stands where the command is permitted. */
export function permits({ status, next }: Standing, command: ItemCommand['type']): boolean {
  const permitted: Commands = PERMITTED[status];
  if (next == null) return permitted.includes(command);
  const withNext: Commands = NEXT_PERMITTED[next.status];
  return withNext.includes(command) || (command !== 'ImportItem' && permitted.includes(command));
}

/** Who does it is an author, whom the reviewer must not be (002:24): it has to be known who that is. */
export function isAuthoring(command: ItemCommand['type']): boolean {
  return command === 'ReviseItem' || command === 'SubmitItemForReview';
}

/** From then on the public reads it, so that each revision must keep the nine elements. */
export function isPublic(status: ItemState['status']): boolean {
  return status === 'PUBLISHED' || status === 'IN_SERVICE' || status === 'SUSPENDED';
}
