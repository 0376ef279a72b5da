import type { JetStreamManager, StreamInfo } from 'nats';
import { marksOf, type Database, type Mark } from './collections.ts';
import type { Acknowledged } from './publisher.ts';
import { isGone } from './stream-mark.ts';

/** Knows by two marks whether the stream went back: the last one it verified, and the newest acknowledged. */
export interface StreamWatch {
  readonly acknowledged: (ack: Acknowledged) => void;
  /** The newest mark of this process. */
  readonly newest: () => Mark | undefined;
  /** True when the stream holds less than was acknowledged; then `since` is when it was last seen whole. */
  readonly wentBack: (
    manager: JetStreamManager,
    info: StreamInfo,
  ) => Promise<false | { readonly since: Date }>;
  /** Starts again from here, with a mark of a stream that was filled again, if there is one. */
  readonly reset: (mark?: Mark) => Promise<void>;
  /** Keeps the newest mark in Mongo, for the process that comes after this one. */
  readonly save: () => Promise<void>;
}

export function createStreamWatch(options: {
  readonly database: Database;
  readonly stream: string;
  readonly retention: number;
}): StreamWatch {
  const rows = marksOf(options.database);
  const _id = options.stream;
  let made: string | undefined;
  let verified: Mark | undefined;
  let newest: Mark | undefined;
  let remembered = false;

  const remember = async () => {
    if (remembered) return;
    const row = await rows.findOne({ _id });
    if (row) verified ??= { seq: row.seq, messageId: row.messageId, at: row.at, made: row.made };
    remembered = true;
  };
  const save = async () => {
    if (!newest || newest === verified) return;
    verified = newest;
    await rows.updateOne({ _id }, { $set: { ...verified } }, { upsert: true });
  };

  return {
    acknowledged: (ack) => {
      if (made === undefined || (newest?.made === made && newest.seq > ack.seq)) return;
      newest = { ...ack, at: new Date(), made };
    },
    newest: () => newest,
    wentBack: async (manager, info) => {
      await remember();
      const seen = { manager, info, retention: options.retention, now: new Date() };
      const candidate = newest;
      for (const mark of [verified, candidate]) {
        if (mark && (await isGone(mark, seen))) return { since: (verified ?? mark).at };
      }
      made = info.created;
      return false;
    },
    reset: async (mark) => {
      verified = mark;
      newest = undefined;
      made = undefined;
      if (mark) await rows.updateOne({ _id }, { $set: { ...mark } }, { upsert: true });
      else await rows.deleteOne({ _id });
    },
    save,
  };
}
