import { forgetReads, timeForReading } from '@onewindow/runtime';
import { Schema, type Aggregate, type Model, type Query } from 'mongoose';
import type { Database } from './database.ts';
import type { JournalDocument } from './journal-document.ts';

export type JournalModel = Model<JournalDocument>;

/**
 * The mongoose model of one kind of aggregate; private to this lib. It guards the head fields; state and
 * entries are Mixed, because the codec and the decider answer for them and mongoose must change nothing.
 */
export function journalModel(database: Database, collection: string): JournalModel {
  const known = database.connection.models[collection];
  return (known ?? database.connection.model(collection, schema(collection))) as JournalModel;
}

const { Mixed } = Schema.Types;
const required = (type: unknown) => ({ type, required: true });

const HEAD_AND_JOURNAL = {
  _id: required(String),
  region: required(String),
  centre: String,
  department: String,
  version: required(Number),
  stateVersion: required(Number),
  state: required(Mixed),
  timers: Mixed,
  nextTimerAt: Date,
  toldVersion: Number,
  published: required(Number),
  publishedAt: Date,
  pendingSince: Date,
  sweepAfter: Date,
  timerWait: Mixed,
  personal: Mixed,
  segments: Mixed,
  longSince: Date,
  sealed: Number,
  erasures: Number,
  erased: Mixed,
  erasing: Mixed,
  unsealedSince: Date,
  journal: required(Mixed),
};

// The type of mongoose's definitions recurses deeper than compiler and linter can follow.
const PlainSchema = Schema as unknown as new (definition: object, options: object) => Schema;

function schema(collection: string): Schema {
  const made = new PlainSchema(HEAD_AND_JOURNAL, {
    collection,
    // An empty object in an entry is part of what is hashed.
    minimize: false,
    strict: 'throw',
    versionKey: false,
    autoCreate: false,
    autoIndex: false,
  });
  boundReads(made);
  forgetByWrites(made);
  return made;
}

/** Whatever is read of a journal ends when the request's time is over, and is not begun after that. Writes are left alone. */
function boundReads(made: Schema): void {
  made.pre(['find', 'findOne', 'countDocuments'], function (this: Query<unknown, unknown>) {
    const maxTimeMS = timeForReading(this.getOptions().maxTimeMS);
    if (maxTimeMS !== undefined) this.setOptions({ maxTimeMS });
  });
  made.pre('aggregate', function (this: Aggregate<unknown>) {
    const maxTimeMS = timeForReading(this.options.maxTimeMS);
    if (maxTimeMS !== undefined) this.option({ maxTimeMS });
  });
}

/** After a write a request does not believe what it read before it. */
function forgetByWrites(made: Schema): void {
  made.pre(['updateOne', 'updateMany', 'deleteOne', 'deleteMany', 'findOneAndUpdate'], forgetReads);
  made.pre('insertMany', forgetReads);
  made.pre('bulkWrite', forgetReads);
}
