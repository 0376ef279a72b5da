import type { NotPermitted } from '@onewindow/kernel';
import type { ItemCommand, ItemState, KnownItem, NextRevision, PublicItem } from './item.ts';

type Commands = readonly ItemCommand['type'][];

/** The steps by which the next revision of a public item becomes public: asked of `NEXT_PERMITTED` as well. */
const NEXT_STEPS = ['SubmitItemForReview', 'ReviewItem', 'PublishItem', 'DropProposal'] as const;
type NextStep = (typeof NEXT_STEPS)[number];
/** What proposes a next revision to a public item, or adds to one: by a row of a catalogue, or by an editor. */
type Proposing = 'ImportItem' | 'ReviseItem';

/**
 * What each status permits (domain 3.14). What is with the reviewer stays as it is until he answers.
 * A confirmed item that is revised goes back to clean-up, because only reviewed content counts (002:24).
 */
export const PERMITTED = {
  ABSENT: ['ImportItem'],
  IDENTIFIED: ['ImportItem', 'ReviseItem', 'SubmitItemForReview', 'AbolishItem'],
  SUBMITTED_FOR_REVIEW: ['ReviewItem'],
  CONFIRMED: ['ImportItem', 'ReviseItem', 'PublishItem', 'AbolishItem'],
  PUBLISHED: ['ImportItem', 'ReviseItem', 'EnterItem', 'AbolishItem', ...NEXT_STEPS],
  IN_SERVICE: ['ImportItem', 'ReviseItem', 'SuspendItem', 'AbolishItem', ...NEXT_STEPS],
  SUSPENDED: ['ImportItem', 'ReviseItem', 'ResumeItem', 'AbolishItem', ...NEXT_STEPS],
  ABOLISHED: [],
} as const satisfies Record<ItemState['status'], Commands>;

/** What the next revision of a public item permits of what goes by it; the rest goes by the item alone. */
export const NEXT_PERMITTED = {
  DRAFT: ['ImportItem', 'ReviseItem', 'SubmitItemForReview', 'DropProposal'],
  SUBMITTED: ['ReviewItem'],
  CONFIRMED: ['ImportItem', 'ReviseItem', 'PublishItem', 'DropProposal'],
} as const satisfies Record<NextRevision['status'], readonly (NextStep | Proposing)[]>;

/** From then on the public reads it, so that each revision must keep the nine elements (002:165). */
export function isPublic(item: KnownItem): item is PublicItem {
  return ['PUBLISHED', 'IN_SERVICE', 'SUSPENDED'].includes(item.status);
}

/** The next revision of a public item where it permits this step, else the refusal. */
export function nextFor(step: NextStep, item: PublicItem): NextRevision | NotPermitted {
  const { next } = item;
  return next !== null && permitsNext(step, next) ? next : notPermittedByNext(step, item);
}

/** Rows and editors add to what is proposed, unless that is with the reviewer; null where they may. */
export function refusalToPropose(command: Proposing, item: PublicItem): NotPermitted | null {
  return item.next === null || permitsNext(command, item.next)
    ? null
    : notPermittedByNext(command, item);
}

/** Why an item that permits this step by its status does not by its next revision; null where it does. */
export function stepRefused(step: NextStep | 'ReviseItem', item: KnownItem): NotPermitted | null {
  if (!isPublic(item)) return null;
  if (step === 'ReviseItem') return refusalToPropose(step, item);
  const next = nextFor(step, item);
  return 'code' in next ? next : null;
}

function permitsNext(command: NextStep | Proposing, { status }: NextRevision): boolean {
  const permitted: Commands = NEXT_PERMITTED[status];
  return permitted.includes(command);
}

function notPermittedByNext(command: ItemCommand['type'], item: PublicItem): NotPermitted {
  const status = item.next?.status === 'SUBMITTED' ? 'SUBMITTED_FOR_REVIEW' : item.status;
  return { code: 'NotPermittedInStatus', command, status };
}
