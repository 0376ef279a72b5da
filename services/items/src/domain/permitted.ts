import type { ItemCommand, ItemState } from './item.ts';

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
} as const satisfies Record<ItemState['status'], readonly ItemCommand['type'][]>;

export function permits(status: ItemState['status'], command: ItemCommand['type']): boolean {
  const permitted: readonly string[] = PERMITTED[status];
  return permitted.includes(command);
}

/** From then on the public reads it, so that each revision must keep the nine elements. */
export function isPublic(status: ItemState['status']): boolean {
  return status === 'PUBLISHED' || status === 'IN_SERVICE' || status === 'SUSPENDED';
}
