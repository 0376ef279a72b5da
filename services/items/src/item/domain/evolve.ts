import { assertNever } from '@onewindow/kernel';
import { evolveNext, union } from './evolve-next.ts';
import type {
  ItemEvent,
  ItemRegistered,
  ItemReviewed,
  ItemRevised,
  ItemState,
  KnownItem,
} from './item.ts';
import { isPublic } from './permitted.ts';

/** Folds an item's history, whichever rules held when it happened. */
export function evolve(state: ItemState, event: ItemEvent): ItemState {
  if (event.type === 'ItemRegistered') return registered(event);
  // History begins with the registration; nothing else can be folded before it.
  return state.status === 'ABSENT' ? state : evolveKnown(state, event);
}

function evolveKnown(state: KnownItem, event: Exclude<ItemEvent, ItemRegistered>): KnownItem {
  switch (event.type) {
    case 'ItemRevised':
      return revised(state, event);
    case 'ItemSubmittedForReview':
      return {
        ...state,
        status: 'SUBMITTED_FOR_REVIEW',
        centre: null,
        authors: union(state.authors, [event.by]),
      };
    case 'ItemConfirmed':
    case 'ItemReturnedByReview':
      return reviewed(state, event);
    case 'ItemPublished':
      return { ...state, status: 'PUBLISHED', centre: null };
    case 'ItemEntered':
      return { ...state, status: 'IN_SERVICE', centre: event.centre };
    case 'ItemSuspended':
      return state.centre === null ? state : { ...state, status: 'SUSPENDED' };
    case 'ItemResumed':
      return state.centre === null ? state : { ...state, status: 'IN_SERVICE' };
    case 'ItemAbolished':
      return { ...state, status: 'ABOLISHED', centre: null, next: null };
    case 'NextRevisionProposed':
    case 'NextRevisionSubmitted':
    case 'NextRevisionConfirmed':
    case 'NextRevisionReturned':
    case 'NextRevisionDropped':
    case 'NextRevisionPublished':
      return evolveNext(state, event);
    default:
      return assertNever(event);
  }
}

function registered(event: ItemRegistered): ItemState {
  return {
    status: 'IDENTIFIED',
    code: event.code,
    codes: union([event.code], event.aliases),
    department: event.department,
    region: event.region,
    centre: null,
    revision: 1,
    content: event.content,
    authors: [event.by],
    lastReview: null,
    imported: event.mark,
    next: null,
  };
}

function revised(state: KnownItem, event: ItemRevised): KnownItem {
  const after = {
    ...state,
    revision: state.revision + 1,
    content: { ...state.content, ...event.change },
    codes: union(state.codes, event.aliases),
    authors: union(state.authors, [event.by]),
    imported: event.mark ?? state.imported,
  };
  return isPublic(state) ? after : { ...after, status: 'IDENTIFIED', centre: null };
}

/** A confirmed text is nobody's draft any more: the next review asks who wrote the next one. */
function reviewed(state: KnownItem, event: ItemReviewed): KnownItem {
  const { opinion, at } = event;
  return event.type === 'ItemConfirmed'
    ? {
        ...state,
        status: 'CONFIRMED',
        centre: null,
        authors: [],
        lastReview: { decision: 'CONFIRM', opinion, at },
      }
    : {
        ...state,
        status: 'IDENTIFIED',
        centre: null,
        lastReview: { decision: 'REJECT', opinion, at },
      };
}
