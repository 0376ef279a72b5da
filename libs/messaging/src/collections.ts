import type { mongo } from 'mongoose';
import type { EventEnvelope } from '@onewindow/contracts';

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

export const deliveriesOf = (db: Database) => db.collection<DeliveryRow>('deliveries');
export const deadLettersOf = (db: Database) => db.collection<DeadLetterRow>('deadLetters');
export const consumersOf = (db: Database) => db.collection<ConsumerRow>('consumers');
export const marksOf = (db: Database) => db.collection<MarkRow>('streamMarks');
export const replaysOf = (db: Database) => db.collection<ReplayRow>('replays');

const DAYS = 24 * 60 * 60;

/** Makes the indexes that the queries of this lib need. Making them again changes nothing. */
export async function ensureMessagingIndexes(db: Database): Promise<void> {
  await deliveriesOf(db).createIndexes([{ key: { at: 1 }, expireAfterSeconds: 35 * DAYS }]);
  await deadLettersOf(db).createIndexes([
    { key: { durable: 1, eventId: 1 }, unique: true },
    { key: { retryRequestedAt: 1 }, sparse: true },
  ]);
  await replaysOf(db).createIndexes([
    { key: { pending: 1 }, sparse: true },
    { key: { wishes: 1 } },
    { key: { doneAt: 1 }, expireAfterSeconds: 35 * DAYS },
  ]);
}
