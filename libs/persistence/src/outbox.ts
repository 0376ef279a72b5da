import type { OutgoingEvent } from '@onewindow/contracts';
import type { JournalDocument } from './journal-document.ts';
import type { JournalModel } from './journal-model.ts';

/** What the outbox publishes through: structurally the service's own event stream. */
export interface EventPublisher {
  /**
   * Publishes in order for each aggregate and answers when all are acknowledged; those that were not come
   * back by index. Throws when the broker can't be reached at all.
   */
  publish(events: readonly OutgoingEvent[]): Promise<{ readonly failed: readonly NotPublished[] }>;
}

/** An event that was not acknowledged. */
export interface NotPublished {
  readonly index: number;
  readonly reason: string;
  /** The reason is the broker's and not the event's: its stream has no leader just now, or it did not answer. */
  readonly isAway?: boolean;
}

/** A kind of aggregate whose events go out through an outbox. */
export interface OutboxSource {
  readonly kind: string;
  readonly model: JournalModel;
  /** The contract events behind `published`, made again from the journal. */
  readonly pendingEvents: (document: JournalDocument) => Promise<readonly OutgoingEvent[]>;
}

/** One aggregate with all that is unpublished of it up to `version`, in order. */
export interface PendingAggregate {
  readonly source: OutboxSource;
  readonly id: string;
  readonly version: number;
  readonly events: readonly OutgoingEvent[];
}

/**
 * Brings what was committed to the broker, at least once. The committing process publishes at once and
 * without anybody waiting; what it doesn't manage is swept by any replica. No lease: two publishers make
 * duplicates, which nobody minds.
 */
export interface Outbox {
  /** Journals register themselves, so that the sweep knows them. */
  register(source: OutboxSource): void;
  /** Takes what a write has just committed. Never fails and never waits. */
  committed(pending: PendingAggregate): void;
  /** Begins to sweep, and to publish again soon what this process could not publish because the broker was away. */
  start(): void;
  /** One round over what has been pending for long enough. */
  sweep(): Promise<void>;
  /** Answers when all that was committed up to now is published or left to the sweep. */
  drain(): Promise<void>;
  /** Ends both and drains. */
  stop(): Promise<void>;
}
