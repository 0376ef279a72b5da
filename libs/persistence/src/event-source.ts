import { isErasureTold, type OutgoingEvent } from '@onewindow/contracts';
import type { JournalDocument } from './journal-document.ts';
import type { Maintained, Maintenance } from './maintenance.ts';

/** What a broker that has lost something, or a new consumer, is given again: made from the journals. */
export interface JournalEventSource {
  /**
   * Every contract event of the aggregates of which something was acknowledged since then, in the order of
   * each: more than was asked for, because one moment is kept for a whole aggregate.
   */
  publishedSince(since: Date): AsyncIterable<OutgoingEvent>;
  /** The newest contract event of every aggregate behind a cursor. */
  newest(
    after: string | null,
  ): AsyncIterable<{ readonly event: OutgoingEvent; readonly cursor: string }>;
}

export function createEventSource(journals: readonly Maintained[]): JournalEventSource {
  const inOrder = [...journals].sort((one, other) => (one.kind < other.kind ? -1 : 1));
  return {
    publishedSince: async function* (since) {
      for (const { maintenance } of inOrder) {
        const documents = streamed(maintenance, { publishedAt: { $gte: since } }, 'publishedAt');
        for await (const document of documents) {
          // What is behind `published` is the outbox's.
          const events = await maintenance.events(document);
          yield* events.filter(({ envelope }) => envelope.aggregateversion <= document.published);
        }
      }
    },
    newest: async function* (after) {
      const [kind, id] = after === null ? ['', ''] : parseCursor(after);
      for (const journal of inOrder.filter((one) => one.kind >= kind)) {
        const filter = journal.kind === kind ? { _id: { $gt: id } } : {};
        for await (const document of streamed(journal.maintenance, filter, '_id')) {
          const events = await journal.maintenance.events(document);
          // An erasure tells no snapshot: a new consumer wants the newest event that does.
          const event = events.findLast(({ envelope }) => !isErasureTold(envelope.type));
          if (event !== undefined) yield { event, cursor: `${journal.kind}:${document._id}` };
        }
      }
    },
  };
}

function streamed(
  { model }: Maintenance,
  filter: Record<string, unknown>,
  by: 'publishedAt' | '_id',
): AsyncIterable<JournalDocument> {
  return model
    .find(filter)
    .sort({ [by]: 1 })
    .readConcern('majority')
    .lean<JournalDocument[]>()
    .cursor({ batchSize: 100 }) as AsyncIterable<unknown> as AsyncIterable<JournalDocument>;
}

function parseCursor(cursor: string): [kind: string, id: string] {
  const at = cursor.indexOf(':');
  if (at < 0) throw new Error('This cursor is not of an event source.');
  return [cursor.slice(0, at), cursor.slice(at + 1)];
}
