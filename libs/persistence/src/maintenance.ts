import type { OutgoingEvent } from '@onewindow/contracts';
import type { Instant } from '@onewindow/kernel';
import type { JournalEvent } from './aggregate-type.ts';
import { elapseDue } from './elapse-due.ts';
import type { JournalDocument } from './journal-document.ts';
import type { JournalModel } from './journal-model.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { outgoingEvents } from './outgoing-events.ts';
import { refoldOlder } from './refold-older.ts';
import { moveOldest } from './segments/move-oldest.ts';
import { whole } from './segments/read-segments.ts';

/** A journal as this lib's own sweeps and sources see it; nothing for commands and queries. */
export interface Maintained {
  readonly kind: string;
  readonly maintenance: Maintenance;
}

export interface Maintenance {
  readonly model: JournalModel;
  /** Writes what was due at `at`; false when nothing was, or when another write came between. */
  elapse(id: string, at: Instant): Promise<boolean>;
  /** Every contract event of a journal, in order. */
  events(document: JournalDocument): Promise<readonly OutgoingEvent[]>;
  /** Folds again what was stored by an older version of the program; answers how many. */
  refoldOlder(): Promise<number>;
  /** Moves the oldest entries of one aggregate to segments, as long as it has too many; answers how many. */
  moveOldest(id: string): Promise<number>;
}

export function maintenanceOf<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
): Maintenance {
  const { type, model } = workings;
  return {
    model,
    elapse: (id, at) => elapseDue(workings, id, at),
    events: async (document) => {
      const { _id, journal } = await whole(workings, document);
      const start = { state: type.decider.initial, entries: journal };
      return outgoingEvents(type, _id, start).events.map(({ event }) => event);
    },
    refoldOlder: () => refoldOlder(workings),
    moveOldest: (id) => moveOldest(workings, id),
  };
}
