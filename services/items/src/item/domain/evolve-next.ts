import type {
  KnownItem,
  NextRevisionEvent,
  NextRevisionProposed,
  NextRevisionReviewed,
} from './item.ts';

/** Folds what happens to a public item's next revision. The item itself changes only when that is published. */
export function evolveNext(state: KnownItem, event: NextRevisionEvent): KnownItem {
  switch (event.type) {
    case 'NextRevisionProposed':
      return { ...state, imported: event.mark ?? state.imported, next: proposed(event, state) };
    case 'NextRevisionSubmitted':
      return withNext(state, { status: 'SUBMITTED', by: [event.by] });
    case 'NextRevisionConfirmed':
      return { ...withNext(state, { status: 'CONFIRMED', by: [] }), ...review(event, 'CONFIRM') };
    case 'NextRevisionReturned':
      return { ...state, next: null, ...review(event, 'REJECT') };
    // The mark stays: the same row proposes it no second time.
    case 'NextRevisionDropped':
      return { ...state, next: null };
    case 'NextRevisionPublished':
      return {
        ...state,
        revision: state.revision + 1,
        content: { ...state.content, ...event.change },
        codes: union(state.codes, event.aliases),
        next: null,
      };
  }
}

/** Who proposed a part of it before stays an author of the whole. */
function proposed(
  { reason, change, aliases, by }: NextRevisionProposed,
  { next }: KnownItem,
): KnownItem['next'] {
  const isEmpty = Object.keys(change).length === 0 && aliases.length === 0;
  return isEmpty
    ? null
    : { status: 'DRAFT', reason, change, aliases, authors: union(next?.authors ?? [], [by]) };
}

function withNext(
  state: KnownItem,
  { status, by }: { readonly status: 'SUBMITTED' | 'CONFIRMED'; readonly by: readonly string[] },
): KnownItem {
  const { next } = state;
  return next === null
    ? state
    : { ...state, next: { ...next, status, authors: union(next.authors, by) } };
}

function review(
  { opinion, at }: NextRevisionReviewed,
  decision: 'CONFIRM' | 'REJECT',
): Pick<KnownItem, 'lastReview'> {
  return { lastReview: { decision, opinion, at } };
}

export function union(left: readonly string[], right: readonly string[]): readonly string[] {
  return [...new Set([...left, ...right])];
}
