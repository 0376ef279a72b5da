import type { Instant } from '@onewindow/kernel';
import type {
  Cadence,
  Channel,
  Exemption,
  Nature,
  Phase,
  TopicGroup,
  WithdrawalGround,
} from './terms-of-disclosure.ts';

/** What the public is told. It is never edited once it is public: another entry replaces it (001:21). */
export interface EntryContent {
  readonly title: string;
  readonly body: string;
  /** The article that wants it told or that the matter rests on (办事依据: 004:81). */
  readonly basis: string;
  readonly phase: Phase;
  readonly nature: Nature;
  readonly cadence: Cadence;
  readonly topicGroup: TopicGroup | null;
  /** The service item that it is about, null when about none. */
  readonly item: string | null;
}

/** Where an entry comes from: a person, or what happened elsewhere and must be told. */
export type Origin =
  | { readonly kind: 'STAFF' }
  /** `version` is the item's: entries of one item stand in a line by it. */
  | { readonly kind: 'ITEM'; readonly version: number }
  /**
   * `caseId` finds the entry of a case, and is shown to nobody: an entry leads to no case. `certificateNumber` is
   * null where the number is not for the public.
   */
  | {
      readonly kind: 'CERTIFICATE';
      readonly caseId: string;
      readonly certificateNumber: string | null;
    };

export interface Place {
  readonly region: string;
  readonly department: string;
  readonly centre: string | null;
}

/** The review before publication: recorded, and never by somebody who wrote it (政府信息公开条例 17). */
export interface Review {
  readonly reviewer: string;
  readonly at: Instant;
  /** What the secrecy check came to, in the reviewer's words (000:41, 001:17). */
  readonly opinion: string;
}

/** Who comes after an entry. Of two that could, the one with the lower order is next. */
export interface Successor {
  readonly id: string;
  readonly order: number;
  readonly at: Instant;
}

/** What every entry has from its first moment. */
export interface EntryFacts extends Place {
  readonly content: EntryContent;
  readonly origin: Origin;
  /** Everybody who wrote on it; nobody for what comes from an event. */
  readonly authors: readonly string[];
  readonly draftedAt: Instant;
  /** The public entry that this one is to replace, null when none. */
  readonly replaces: string | null;
  /** One open successor for each entry. Absent when this one replaces nothing, or never will. */
  readonly replacesKey?: string;
  /** What it is found by: facets and the pieces of its words. */
  readonly terms: readonly string[];
}

export interface Publication {
  readonly publishedAt: Instant;
  readonly channels: readonly Channel[];
  /** Null for what comes from an event: nobody wrote it. */
  readonly review: Review | null;
}

type Draft = EntryFacts & {
  readonly status: 'PLANNED' | 'UNDER_REVIEW' | 'RETURNED_FOR_CHANGE';
  /** The last review that gave it back, null before. */
  readonly review: Review | null;
};
type Approved = EntryFacts & { readonly status: 'APPROVED'; readonly review: Review };
type Exempted = EntryFacts & {
  readonly status: 'EXEMPTED';
  readonly exemption: Exemption;
  /** Who exempted it and why: a refusal to disclose needs both (A28, 004:73). */
  readonly review: Review;
};
type Published = EntryFacts &
  Publication & { readonly status: 'PUBLISHED_BEFORE' | 'UPDATED_DURING' | 'PUBLISHED_AFTER' };
type Replaced = EntryFacts &
  Publication & { readonly status: 'REPLACED'; readonly successor: Successor };
type Withdrawn = EntryFacts & {
  readonly status: 'WITHDRAWN';
  /** What it was to the public, null when it never was public. */
  readonly publication: Publication | null;
  readonly withdrawal: {
    readonly by: string;
    readonly at: Instant;
    readonly reason: string;
    /** What the public is told of it. Absent in older ones, and where the public never read it. */
    readonly ground?: WithdrawalGround;
  };
  /** There where the public had read it: then a tombstone stays (001:21). */
  readonly tombstone?: true;
};

/** What stays of an entry that the public had read: where it stood, and that and why it was taken back. */
export type Tombstone = Withdrawn & { readonly publication: Publication };

export type KnownEntry = Draft | Approved | Exempted | Published | Replaced | Withdrawn;
export type EntryState = { readonly status: 'ABSENT' } | KnownEntry;
export type EntryStatus = KnownEntry['status'];
export type PublicEntry = Published | Replaced;

/** The three in which an entry holds now, by its phase (3.10). */
export const CURRENT = ['PUBLISHED_BEFORE', 'UPDATED_DURING', 'PUBLISHED_AFTER'] as const;

export const isTombstone = (state: EntryState): state is Tombstone =>
  state.status === 'WITHDRAWN' && state.publication !== null;

/** Whether everybody may read it: what was replaced stays readable as history (000:48). */
export function isPublic(state: EntryState): state is PublicEntry {
  return state.status === 'REPLACED' || isCurrent(state);
}

export function isCurrent(state: EntryState): state is Published {
  const current: readonly string[] = CURRENT;
  return current.includes(state.status);
}
