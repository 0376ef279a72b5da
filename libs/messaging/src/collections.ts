import type { mongo } from 'mongoose';
import type { EventEnvelope } from '@onewindow/contracts';
import type { CollectionIndexes } from '@onewindow/persistence';

export type Database = mongo.Db;

/** How often an event was tried by a durable. Gone as soon as it is handled. */
export interface DeliveryRow {
  /** `<durable>:<event id>`. */
  readonly _id: string;
  readonly attempts: number;
  /** While it is tried; afterwards only when the process ended in it. */
  readonly open?: boolean;
  readonly reason?: string;
  readonly at: Date;
}

export interface DeadLetterRow {
  readonly _id: string;
  readonly durable: string;
  readonly eventId: string;
  readonly event: EventEnvelope;
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: string;
  /** Somebody wants it to be tried again. */
  readonly retryRequestedAt?: Date;
}

/** A durable as this service last bound it. */
export interface ConsumerRow {
  readonly _id: string;
  readonly types: readonly string[];
  /** The replay that is wanted and not yet promised. */
  readonly wish?: string;
  readonly replay?: string;
}

/** A message that was acknowledged: where it must be found as long as the stream did not go back. */
export interface Mark {
  readonly seq: number;
  readonly messageId: string;
  readonly at: Date;
  /** When its stream was made, as the broker says it: another one holds another stream. */
  readonly made: string;
}

export interface MarkRow extends Mark {
  /** The stream's name. */
  readonly _id: string;
}

/** Events that are to be sent again: all since a moment, or the newest of every aggregate. */
export interface ReplayRow {
  readonly _id: string;
  readonly stream: string;
  readonly kind: 'since' | 'newest';
  readonly since?: Date;
  /** Only while it isn't done, so that a sparse index finds the few that are to do. */
  readonly pending?: true;
  readonly requestedAt: Date;
  /** Who asked, once for each wish. */
  readonly wishes: readonly string[];
  readonly cursor: string | null;
  readonly sent: number;
  readonly claimedBy?: string;
  readonly claimedUntil?: Date;
  readonly firstMark?: Mark;
  readonly lastMark?: Mark;
  readonly doneAt?: Date;
}

const DELIVERIES = 'deliveries';
const DEAD_LETTERS = 'deadLetters';
const REPLAYS = 'replays';

export const deliveriesOf = (db: Database) => db.collection<DeliveryRow>(DELIVERIES);
export const deadLettersOf = (db: Database) => db.collection<DeadLetterRow>(DEAD_LETTERS);
export const consumersOf = (db: Database) => db.collection<ConsumerRow>('consumers');
export const marksOf = (db: Database) => db.collection<MarkRow>('streamMarks');
export const replaysOf = (db: Database) => db.collection<ReplayRow>(REPLAYS);

const DAYS = 24 * 60 * 60;

/** The indexes that the queries of this lib need. */
export const messagingIndexes: readonly CollectionIndexes[] = [
  {
    collection: DELIVERIES,
    indexes: [{ fields: { at: 1 }, expireAfterSeconds: 35 * DAYS }],
  },
  {
    collection: DEAD_LETTERS,
    indexes: [
      { fields: { durable: 1, eventId: 1 }, unique: true },
      { fields: { retryRequestedAt: 1 }, sparse: true },
    ],
  },
  {
    collection: REPLAYS,
    indexes: [
      { fields: { pending: 1 }, sparse: true },
      { fields: { wishes: 1 } },
      { fields: { doneAt: 1 }, expireAfterSeconds: 35 * DAYS },
    ],
  },
];
