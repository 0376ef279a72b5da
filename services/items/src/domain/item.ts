import type { Instant } from '@onewindow/kernel';
import type { DisclosureElement } from './disclosure-completeness.ts';
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
 * The next revision of an item that is public: it goes through the same review as a first one, and the
 * public reads nothing of it before it is published (002:24).
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

/** Only an item that has entered has a centre. */
export type ItemState =
  | { readonly status: 'ABSENT' }
  | (ItemRecord & {
      readonly status:
        'IDENTIFIED' | 'SUBMITTED_FOR_REVIEW' | 'CONFIRMED' | 'PUBLISHED' | 'ABOLISHED';
      readonly centre: null;
    })
  | (ItemRecord & { readonly status: 'IN_SERVICE' | 'SUSPENDED'; readonly centre: string });
export type KnownItem = Exclude<ItemState, { status: 'ABSENT' }>;
export type ItemStatus = KnownItem['status'];

/** Who works on an item, from the token: an editor only on those of his own department. */
export interface Editor {
  /** Null when nobody knows who he is: then he may not become an author, whom the reviewer must not be. */
  readonly id: string | null;
  readonly department: string | null;
  readonly centre: string | null;
}

export type ItemCommand =
  | {
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
  | {
      readonly type: 'ReviseItem';
      readonly editor: Editor;
      readonly reason: string;
      readonly change: ContentChange;
    }
  | { readonly type: 'SubmitItemForReview'; readonly editor: Editor }
  | {
      readonly type: 'ReviewItem';
      /** Every id that authors may name the reviewer by; none when nobody knows who he is. */
      readonly by: readonly string[];
      readonly decision: 'CONFIRM' | 'REJECT';
      readonly opinion: string;
      readonly at: Instant;
    }
  | { readonly type: 'PublishItem'; readonly editor: Editor }
  | {
      readonly type: 'EnterItem';
      readonly editor: Editor;
      /** Null while no such centre is known here. */
      readonly centre: { readonly id: string; readonly region: string } | null;
      /** The centre that the responsible department has entered, null when none is known. */
      readonly departmentCentre: string | null;
    }
  | { readonly type: 'SuspendItem'; readonly editor: Editor; readonly reason: string }
  | { readonly type: 'ResumeItem'; readonly editor: Editor }
  | { readonly type: 'AbolishItem'; readonly editor: Editor; readonly reason: string };

export type ItemEvent =
  | {
      readonly type: 'ItemRegistered';
      readonly by: string;
      readonly code: string;
      readonly aliases: readonly string[];
      readonly department: string;
      readonly region: string;
      readonly content: ItemContent;
      readonly mark: ImportMark;
    }
  | ({
      readonly type: 'ItemRevised';
      readonly by: string;
      readonly reason: string;
      readonly change: ContentChange;
      readonly aliases: readonly string[];
      /** Null when it was no import. */
      readonly mark: ImportMark | null;
    } & RevisionSummary)
  | {
      /** Replaces what was proposed before; without change and aliases nothing is proposed any more. */
      readonly type: 'NextRevisionProposed';
      readonly by: string;
      readonly reason: string;
      readonly change: ContentChange;
      readonly aliases: readonly string[];
      readonly mark: ImportMark;
    }
  | { readonly type: 'NextRevisionSubmitted'; readonly by: string }
  | ({ readonly type: 'NextRevisionConfirmed' | 'NextRevisionReturned' } & Omit<
      LastReview,
      'decision'
    >)
  | ({
      readonly type: 'NextRevisionPublished';
      readonly by: string;
      readonly reason: string;
      readonly change: ContentChange;
      readonly aliases: readonly string[];
    } & RevisionSummary)
  | { readonly type: 'ItemSubmittedForReview'; readonly by: string }
  | ({ readonly type: 'ItemConfirmed' | 'ItemReturnedByReview' } & Omit<LastReview, 'decision'>)
  | { readonly type: 'ItemPublished' }
  | { readonly type: 'ItemEntered'; readonly centre: string }
  | { readonly type: 'ItemSuspended'; readonly reason: string }
  | { readonly type: 'ItemResumed' }
  | { readonly type: 'ItemAbolished'; readonly reason: string };

/** Why somebody may not do it: each cause has words of its own. */
export interface NotAuthorized {
  readonly code: 'NotAuthorized';
  readonly because: 'NotKnownStaff' | 'NotOfDepartment' | 'NotOfDepartmentOrCentre';
}

export type ItemRejection =
  | {
      readonly code: 'NotPermittedInStatus';
      readonly command: ItemCommand['type'];
      readonly status: ItemState['status'];
    }
  | { readonly code: 'ElementsMissing'; readonly missing: readonly DisclosureElement[] }
  | { readonly code: 'CatchAllMaterial'; readonly materials: readonly string[] }
  | { readonly code: 'FeeWithoutBasis'; readonly fees: readonly string[] }
  | NotAuthorized
  | {
      readonly code:
        | 'CommittedLimitTooLong'
        | 'NothingChanged'
        | 'ReviewerIsAuthor'
        | 'CentreUnknown'
        | 'DepartmentNotAtCentre'
        | 'HandlingModeMissing'
        | 'ResponsibleDepartmentDiffers';
    };
