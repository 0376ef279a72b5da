import type { ItemEvent, KnownItem } from './item.ts';

type NextEvent = Extract<ItemEvent, { type: `NextRevision${string}` }>;

/** What becomes of a public item's next revision; the item itself changes only when that is published. */
export function evolveNext(state: KnownItem, event: NextEvent): KnownItem {
  switch (event.type) {
    case 'NextRevisionProposed':
      return { ...state, imported: event.mark, next: proposed(event) };
    case 'NextRevisionSubmitted':
      return withNext(state, { status: 'SUBMITTED', by: [event.by] });
    case 'NextRevisionConfirmed':
      return { ...withNext(state, { status: 'CONFIRMED', by: [] }), ...review(event, 'CONFIRM') };
    case 'NextRevisionReturned':
      return { ...state, next: null, ...review(event, 'REJECT') };
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

function proposed({
  reason,
  change,
  aliases,
  by,
}: Extract<NextEvent, { type: 'NextRevisionProposed' }>): KnownItem['next'] {
  const isEmpty = Object.keys(change).length === 0 && aliases.length === 0;
  return isEmpty ? null : { status: 'DRAFT', reason, change, aliases, authors: [by] };
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
  { opinion, at }: Extract<NextEvent, { type: 'NextRevisionConfirmed' | 'NextRevisionReturned' }>,
  decision: 'CONFIRM' | 'REJECT',
): Pick<KnownItem, 'lastReview'> {
  return { lastReview: { decision, opinion, at } };
}

export function union(left: readonly string[], right: readonly string[]): readonly string[] {
  return [...new Set([...left, ...right])];
}
