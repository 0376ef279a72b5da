import type { OutgoingEvent } from '@onewindow/contracts';
import type { mongo } from 'mongoose';
import type { EventSource } from '../src/index.ts';

interface PublishedRow {
  readonly _id: string;
  readonly aggregate: string;
  readonly n: number;
  readonly publishedAt: Date;
  readonly event: OutgoingEvent;
}

/** The publisher's truth: what it has ever published, in Mongo, as a journal would have it. */
export function thingJournal(db: mongo.Db) {
  const rows = db.collection<PublishedRow>('thingJournal');
  const source: EventSource = {
    publishedSince: async function* (since) {
      for await (const row of rows.find({ publishedAt: { $gte: since } }).sort({ n: 1 })) {
        yield row.event;
      }
    },
    newest: async function* (after) {
      const newest = new Map<string, OutgoingEvent>();
      for await (const row of rows.find().sort({ n: 1 })) newest.set(row.aggregate, row.event);
      for (const [cursor, event] of [...newest].sort(([left], [right]) =>
        left < right ? -1 : 1,
      )) {
        if (after === null || cursor > after) yield { event, cursor };
      }
    },
  };
  return {
    source,
    add: async (events: readonly OutgoingEvent[], publishedAt = new Date()) => {
      await rows.insertMany(
        events.map((event) => ({
          _id: event.envelope.id,
          aggregate: event.envelope.subject,
          n: event.envelope.aggregateversion,
          publishedAt,
          event,
        })),
      );
    },
  };
}
