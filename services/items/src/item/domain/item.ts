import type { Instant } from '@onewindow/kernel';
import type { RevisionSummary } from './item-changes.ts';
import type { ContentChange, ItemContent } from './item-content.ts';

/** Which state of the source a row was taken from: the same digest again changes nothing. */
export interface ImportMark {
  readonly digest: string;
  readonly sourceVersion: number | null;
  /** Of the import that took the row: asked again, it answers the same. */
  readonly commandId?: string;
}

export interface LastReview {
  readonly decision: 'CONFIRM' | 'REJECT';
  readonly opinion: string;
  readonly at: Instant;
}

/**
 * The next revision of a public item. It goes through the same review as a first one, and the public reads
 * nothing of it before it is published (002:24).
 */
export interface NextRevision {
  readonly status: 'DRAFT' | 'SUBMITTED' | 'CONFIRMED';
  readonly reason: string;
  /** The fields that it would replace. */
  readonly change: ContentChange;
  /** Further codes that it would be found by. */
  readonly aliases: readonly string[];
  /** Who proposed or submitted it: none of them reviews it. */
  readonly authors: readonly string[];
}

interface ItemRecord {
  readonly code: string;
  /** The official code and the aliases: what it is found by. */
  readonly codes: readonly string[];
  /** Exactly one department is responsible (003:27). */
  readonly department: string;
  readonly region: string;
  readonly revision: number;
  readonly content: ItemContent;
  /** Who wrote or submitted what the next review is about. */
  readonly authors: readonly string[];
  readonly lastReview: LastReview | null;
  readonly imported: ImportMark | null;
  /** Null when nobody has proposed one. */
  readonly next: NextRevision | null;
}

/** One member for each status, so that a decision can ask for some of them. */
type InStatus<Status, Centre> = Status extends string
  ? ItemRecord & { readonly status: Status; readonly centre: Centre }
  : never;

/** Only an item that has entered has a centre. */
export type ItemState =
  | { readonly status: 'ABSENT' }
  | InStatus<'IDENTIFIED' | 'SUBMITTED_FOR_REVIEW' | 'CONFIRMED' | 'PUBLISHED' | 'ABOLISHED', null>
  | InStatus<'IN_SERVICE' | 'SUSPENDED', string>;
export type KnownItem = Exclude<ItemState, { readonly status: 'ABSENT' }>;
export type ItemStatus = KnownItem['status'];
/** What the public reads: its content changes only by a next revision. */
export type PublicItem = Extract<
  KnownItem,
  { readonly status: 'PUBLISHED' | 'IN_SERVICE' | 'SUSPENDED' }
>;

export interface ImportItem {
  readonly type: 'ImportItem';
  readonly by: string;
  readonly code: string;
  readonly aliases: readonly string[];
  readonly department: { readonly id: string; readonly region: string };
  /** What the row leaves out stays as it is. */
  readonly named: Pick<ContentChange, 'name' | 'kind'>;
  readonly change: ContentChange;
  readonly mark: ImportMark;
}
export interface ReviseItem {
  readonly type: 'ReviseItem';
  readonly by: string;
  readonly reason: string;
  readonly change: ContentChange;
}
export interface SubmitItemForReview {
  readonly type: 'SubmitItemForReview';
  readonly by: string;
}
export interface ReviewItem {
  readonly type: 'ReviewItem';
  /** Every id that authors may name the reviewer by. */
  readonly by: readonly string[];
  readonly decision: 'CONFIRM' | 'REJECT';
  readonly opinion: string;
  readonly at: Instant;
}
export interface PublishItem {
  readonly type: 'PublishItem';
  readonly by: string;
  readonly at: Instant;
}
export interface EnterItem {
  readonly type: 'EnterItem';
  /** For whom somebody lets it enter: his department, and his centre when he manages it. Null: for none. */
  readonly editor: { readonly department: string | null; readonly centre: string | null };
  /** Null while no such centre is known here. */
  readonly centre: { readonly id: string; readonly region: string } | null;
  /** The centre that the responsible department has entered, null when none is known. */
  readonly departmentCentre: string | null;
}
export interface SuspendItem {
  readonly type: 'SuspendItem';
  readonly reason: string;
}
export interface ResumeItem {
  readonly type: 'ResumeItem';
}
export interface AbolishItem {
  readonly type: 'AbolishItem';
  readonly reason: string;
}
export interface DropProposal {
  readonly type: 'DropProposal';
  readonly by: string;
  readonly reason: string;
}
export type ItemCommand =
  | ImportItem
  | ReviseItem
  | SubmitItemForReview
  | ReviewItem
  | PublishItem
  | EnterItem
  | SuspendItem
  | ResumeItem
  | AbolishItem
  | DropProposal;

export interface ItemRegistered {
  readonly type: 'ItemRegistered';
  readonly by: string;
  readonly code: string;
  readonly aliases: readonly string[];
  readonly department: string;
  readonly region: string;
  readonly content: ItemContent;
  readonly mark: ImportMark;
}
export interface ItemRevised extends RevisionSummary {
  readonly type: 'ItemRevised';
  readonly by: string;
  readonly reason: string;
  readonly change: ContentChange;
  readonly aliases: readonly string[];
  /** Null when it was no import. */
  readonly mark: ImportMark | null;
}
export interface ItemReviewed extends Omit<LastReview, 'decision'> {
  readonly type: 'ItemConfirmed' | 'ItemReturnedByReview';
}
export interface NextRevisionProposed {
  /** Replaces what was proposed before; without change and aliases nothing is proposed any more. */
  readonly type: 'NextRevisionProposed';
  readonly by: string;
  readonly reason: string;
  readonly change: ContentChange;
  readonly aliases: readonly string[];
  /** Null when it was no import. */
  readonly mark: ImportMark | null;
}
export interface NextRevisionDropped {
  readonly type: 'NextRevisionDropped';
  readonly by: string;
  readonly reason: string;
}
export interface NextRevisionReviewed extends Omit<LastReview, 'decision'> {
  readonly type: 'NextRevisionConfirmed' | 'NextRevisionReturned';
}
export interface NextRevisionPublished extends RevisionSummary {
  readonly type: 'NextRevisionPublished';
  readonly by: string;
  readonly reason: string;
  readonly change: ContentChange;
  readonly aliases: readonly string[];
}
export type NextRevisionEvent =
  | NextRevisionProposed
  | { readonly type: 'NextRevisionSubmitted'; readonly by: string }
  | NextRevisionReviewed
  | NextRevisionDropped
  | NextRevisionPublished;
export type ItemEvent =
  | ItemRegistered
  | ItemRevised
  | { readonly type: 'ItemSubmittedForReview'; readonly by: string }
  | ItemReviewed
  | { readonly type: 'ItemPublished' }
  | { readonly type: 'ItemEntered'; readonly centre: string }
  | { readonly type: 'ItemSuspended'; readonly reason: string }
  | { readonly type: 'ItemResumed' }
  | { readonly type: 'ItemAbolished'; readonly reason: string }
  | NextRevisionEvent;
