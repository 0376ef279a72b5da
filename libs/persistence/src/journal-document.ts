import type { JsonObject } from '@onewindow/kernel';
import type { SealedPersonalData } from './personal-data.ts';
import type { Erasing } from './texts/text-place.ts';
import type { SealedText } from './texts/text-vault.ts';

/** One thing that happened, as it is stored: appended once, never changed. */
export interface StoredEntry {
  readonly seq: number;
  /** The schema version of `data`. */
  readonly v: number;
  readonly id: string;
  readonly type: string;
  /** Our moment: the business clock, never before the entry before it. */
  readonly at: Date;
  /** The law's moment. */
  readonly effectiveAt: Date;
  readonly actor: string;
  /** The event without its `type`: plain JSON, with `{ detached: digest }` where a text lies beside it. */
  readonly data: JsonObject;
  readonly commandId?: string;
  readonly argsHash?: string;
  /** Kept so that an event is the same whichever process publishes it. */
  readonly traceparent?: string;
  /** Beside what is hashed: the detached texts that are not erased. Absent where the entry had none. */
  readonly texts?: readonly SealedText[];
  /** SHA-256 over the hash before it and this entry's canonical JSON, without `texts`. */
  readonly hash: string;
}

/** One erasure, as readers are told of it. */
export interface StoredErasure {
  readonly at: Date;
  readonly reason: string;
  readonly legalBasis: string | null;
  readonly decision: string | null;
  readonly texts: number;
}

/** What a document keeps of its segments. */
export interface SegmentsHead {
  /** The seq of the last entry that lies in a segment. */
  readonly last: number;
  /** The hash of that entry: the journal's first one stands on it. */
  readonly hash: string;
  /** The state up to that entry, so that events can be made without reading segments. */
  readonly state: unknown;
  /** The shape of `state`. */
  readonly stateVersion: number;
}

/**
 * One aggregate. `pendingSince`, `publishedAt`, `sweepAfter`, `timerWait`, `longSince` and `unsealedSince` go by the trust clock,
 * `nextTimerAt` and the entries by the business clock.
 *
 * The journal is short by design, and never refused for its length. When the oldest entries have moved to
 * `journalSegments`, `journal[0].seq` is no longer 1: the chain then goes on from `segments.hash`.
 */
export interface JournalDocument {
  readonly _id: string;
  readonly region: string;
  readonly centre?: string;
  readonly department?: string;
  /** The seq of the last entry. */
  readonly version: number;
  readonly stateVersion: number;
  readonly state: unknown;
  readonly timers?: readonly { readonly kind: string; readonly at: Date }[];
  readonly nextTimerAt?: Date;
  /** The seq of the last entry that has a contract event; absent in what was written before it was kept. */
  readonly toldVersion?: number;
  /** The seq up to which the contract events are acknowledged by the broker. */
  readonly published: number;
  readonly publishedAt?: Date;
  readonly pendingSince?: Date;
  /** A sweep that failed on this aggregate leaves it alone until then. */
  readonly sweepAfter?: Date;
  readonly timerWait?: { readonly tries: number; readonly until: Date };
  readonly personal?: SealedPersonalData;
  /** What was moved out of `journal`. */
  readonly segments?: SegmentsHead;
  /** How often texts were erased: what was read before must not be written to a segment. */
  readonly erasures?: number;
  /** What readers are told of each: the entries say the same. Absent in erasures from before it was kept. */
  readonly erased?: readonly StoredErasure[];
  /** Erased texts that may still lie in segments. */
  readonly erasing?: readonly Erasing[];
  /** The seq up to which entries are sealed. */
  readonly sealed?: number;
  /** Since when an entry waits for its seal. */
  readonly unsealedSince?: Date;
  /** Marks a document whose oldest entries are to move; where that failed, when it is tried again. */
  readonly longSince?: Date;
  readonly journal: readonly StoredEntry[];
}

/** What a read needs: everything but the journal. */
export type JournalHead = Omit<JournalDocument, 'journal' | 'segments'>;
