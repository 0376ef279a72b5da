import { assertNever } from '@onewindow/kernel';
import {
  isPublic,
  type EntryContent,
  type EntryFacts,
  type EntryState,
  type KnownEntry,
  type Origin,
  type Place,
  type Publication,
} from './disclosure-entry.ts';
import type { EntryEvent } from './entry-commands.ts';
import { channelTerms, termsOf } from './search-terms.ts';
import type { Channel, Phase } from './terms-of-disclosure.ts';

/** The status of a public entry by its phase (3.10). */
const PUBLISHED = {
  BEFORE: 'PUBLISHED_BEFORE',
  DURING: 'UPDATED_DURING',
  AFTER: 'PUBLISHED_AFTER',
} as const satisfies Record<Phase, string>;

export function evolve(state: EntryState, event: EntryEvent): EntryState {
  switch (event.type) {
    case 'EntryDrafted': {
      const { by, at, replaces } = event;
      return {
        ...begun({ place: event.place, content: event.content, origin: { kind: 'STAFF' } }),
        status: 'PLANNED',
        authors: [by],
        draftedAt: at,
        replaces,
        ...(replaces !== null && { replacesKey: replaces }),
        review: null,
      };
    }
    case 'FactDisclosed': {
      const { at, content, channels } = event;
      const facts = { ...begun(event), authors: [], draftedAt: at, replaces: null };
      const status = PUBLISHED[content.phase];
      return { ...shown(facts, channels), status, publishedAt: at, channels, review: null };
    }
    default:
      return state.status === 'ABSENT' ? state : evolveKnown(state, event);
  }
}

type Later = Exclude<EntryEvent, { readonly type: 'EntryDrafted' | 'FactDisclosed' }>;

function evolveKnown(state: KnownEntry, event: Later): KnownEntry {
  switch (event.type) {
    case 'EntrySubmitted': {
      const { content, by } = event;
      const review = 'review' in state ? state.review : null;
      const facts = content === null ? factsOf(state) : rewritten(factsOf(state), content, by);
      return { ...facts, status: 'UNDER_REVIEW', review };
    }
    case 'EntryReturned':
      return { ...factsOf(state), status: 'RETURNED_FOR_CHANGE', review: reviewOf(event) };
    case 'EntryApproved':
      return { ...factsOf(state), status: 'APPROVED', review: reviewOf(event) };
    case 'EntryExempted': {
      const { exemption } = event;
      return { ...ended(state), status: 'EXEMPTED', exemption, review: reviewOf(event) };
    }
    case 'EntryPublished': {
      const { at: publishedAt, channels } = event;
      const status = PUBLISHED[state.content.phase];
      const review = 'review' in state ? state.review : null;
      return { ...shown(factsOf(state), channels), status, publishedAt, channels, review };
    }
    case 'EntryReplaced': {
      if (!isPublic(state)) return state;
      const { successor } = event;
      return { ...factsOf(state), ...publicationOf(state), status: 'REPLACED', successor };
    }
    case 'EntryWithdrawn': {
      const { by, at, reason, ground } = event;
      const publication = isPublic(state) ? publicationOf(state) : null;
      const withdrawal = { by, at, reason, ...(ground !== undefined && { ground }) };
      return {
        ...ended(state),
        status: 'WITHDRAWN',
        publication,
        withdrawal,
        ...(publication !== null && { tombstone: true }),
      };
    }
    default:
      return assertNever(event);
  }
}

function begun(it: {
  readonly place: Place;
  readonly content: EntryContent;
  readonly origin: Origin;
}) {
  const { place, content, origin } = it;
  return { ...place, content, origin, terms: termsOf(it) };
}

function shown(facts: EntryFacts, channels: readonly Channel[]): EntryFacts {
  return { ...facts, terms: [...facts.terms, ...channelTerms(channels)] };
}

function rewritten(facts: EntryFacts, content: EntryContent, by: string): EntryFacts {
  const authors = [...new Set([...facts.authors, by])];
  return { ...facts, content, authors, terms: termsOf({ ...facts, place: facts, content }) };
}

function factsOf(state: KnownEntry): EntryFacts {
  const { region, department, centre, content, origin } = state;
  const { authors, draftedAt, replaces, replacesKey, terms } = state;
  return {
    region,
    department,
    centre,
    content,
    origin,
    authors,
    draftedAt,
    replaces,
    terms,
    ...(replacesKey !== undefined && { replacesKey }),
  };
}

const publicationOf = ({ publishedAt, channels, review }: Publication): Publication => ({
  publishedAt,
  channels,
  review,
});

/** What ended is not found by words, and another entry may replace what this one was to replace. */
function ended(state: KnownEntry): EntryFacts {
  const { replacesKey: _, ...facts } = factsOf(state);
  return { ...facts, terms: [] };
}

function reviewOf({ by, at, opinion }: Extract<Later, { readonly opinion: string }>) {
  return { reviewer: by, at, opinion };
}
