import type { JournalEvent } from './aggregate-type.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import type { OutboxSource } from './outbox.ts';
import { unpublishedEvents, type Prepared } from './prepare-write.ts';
import { whole } from './segments/read-segments.ts';

/** Gives the outbox what a write has left to publish. */
export function announce<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  id: string,
  { version, events, isLeftToSweep }: Prepared<State>,
): void {
  if (events.length === 0 || isLeftToSweep) return;
  const source = outboxSource(workings);
  workings.outbox.committed({ source, id, version, events: events.map(({ event }) => event) });
}

/** How the outbox reads a kind of aggregate. */
export function outboxSource<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
): OutboxSource {
  const { type, model } = workings;
  return {
    kind: type.kind,
    model,
    pendingEvents: async (document) => {
      const events =
        unpublishedEvents(type, document) ??
        unpublishedEvents(type, await whole(workings, document)) ??
        [];
      return events.map(({ event }) => event);
    },
  };
}
