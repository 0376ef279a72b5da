import type { JetStreamManager, StreamInfo } from 'nats';
import { marksOf, type Database, type Mark } from './collections.ts';
import type { Acknowledged } from './publisher.ts';
import { pause } from './pause.ts';
import { isGone } from './stream-mark.ts';

/** Knows by two marks whether the stream went back: the last one it verified, and the newest acknowledged. */
export interface StreamWatch {
  readonly acknowledged: (ack: Acknowledged) => void;
  /** The newest mark of this process. */
  readonly newest: () => Mark | undefined;
  /**
   * Asks for the stream and tells whether it holds less than was acknowledged before the question; then
   * `since` is when it was last seen whole. What is acknowledged while the answer is on its way says nothing.
   */
  readonly look: <Asked extends { readonly info: StreamInfo }>(
    manager: JetStreamManager,
    ask: () => Promise<Asked>,
  ) => Promise<Asked & { readonly wentBack: false | { readonly since: Date } }>;
  /** Starts again from here, with a mark of a stream that was filled again, if there is one. */
  readonly reset: (mark?: Mark) => Promise<void>;
  /** Keeps the newest mark in Mongo, for the process that comes after this one. */
  readonly save: () => Promise<void>;
}

export function createStreamWatch(options: {
  readonly database: Database;
  readonly stream: string;
  readonly retention: number;
  /** After how long a stream that seems to have gone back is looked at again before it is believed, in milliseconds. */
  readonly secondLook: number;
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
    look: async (manager, ask) => {
      await remember();
      const lookOnce = async () => {
        // Before the question: an answer that is older than a mark would make it look lost.
        const marks = [verified, newest];
        const asked = await ask();
        const seen = { manager, info: asked.info, retention: options.retention, now: new Date() };
        for (const mark of marks) {
          if (mark && (await isGone(mark, seen)))
            return { ...asked, wentBack: { since: (verified ?? mark).at } };
        }
        made = asked.info.created;
        return { ...asked, wentBack: false } as const;
      };
      const first = await lookOnce();
      if (first.wentBack === false) return first;
      // A leader that was elected a moment ago may not yet tell all that it holds.
      await pause(options.secondLook);
      const second = await lookOnce();
      return { ...first, ...second };
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
