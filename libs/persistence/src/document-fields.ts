import type { JournalEvent } from './aggregate-type.ts';
import { earliest } from './elapse-timers.ts';
import type { JournalDocument } from './journal-document.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import type { SealedPersonalData } from './personal-data.ts';
import type { Prepared } from './prepare-write.ts';
import { storedState } from './texts/stored-state.ts';

/** The fields that follow from the state: those to set, and the names of those to unset. */
export function derivedFields<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  { type }: JournalWorkings<State, Command, Event, Rejection>,
  id: string,
  prepared: Prepared<State>,
) {
  const { region, centre, department } = type.belonging(prepared.state);
  const timers = prepared.timers.map(({ kind, at }) => ({ kind, at: new Date(at) }));
  const next = earliest(prepared.timers);
  return split({
    ...{ region, centre, department },
    version: prepared.version,
    stateVersion: type.stateVersion,
    state: storedState(type, id, prepared.state),
    timers: next && timers,
    nextTimerAt: next && new Date(next.at),
  });
}

/** Which entry was the last to tell others something: by it a replica is held against its source. */
export function toldBy({ events }: Pick<Prepared<unknown>, 'events'>): { toldVersion?: number } {
  const last = events.findLast(({ isErasure }) => isErasure !== true);
  return last === undefined ? {} : { toldVersion: last.seq };
}

/** A new aggregate's document. */
export function newDocument<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  id: string,
  what: { readonly prepared: Prepared<State>; readonly personal?: SealedPersonalData },
): JournalDocument {
  const { prepared, personal } = what;
  const pending = prepared.events.length > 0;
  const { present } = derivedFields(workings, id, prepared);
  return {
    _id: id,
    ...present,
    published: pending ? 0 : prepared.version,
    ...toldBy(prepared),
    ...(pending && { pendingSince: new Date(workings.clock.now()) }),
    ...(workings.type.unsealed !== true && { unsealedSince: new Date(workings.clock.now()) }),
    ...(personal && { personal }),
    journal: prepared.entries,
  } as JournalDocument;
}

function split(fields: Readonly<Record<string, unknown>>) {
  const all = Object.entries(fields);
  return {
    present: Object.fromEntries(all.filter(([, value]) => value !== undefined)),
    absent: all.filter(([, value]) => value === undefined).map(([name]) => name),
  };
}
