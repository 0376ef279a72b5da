import type { BrokerLink } from '../broker-link.ts';
import { isStreamNotFound } from '../jetstream-errors.ts';
import type { Log } from '../log.ts';
import { pause } from '../pause.ts';
import { reasonOf } from '../reason-of.ts';
import type { Timings } from '../timings.ts';
import { openReader, type StreamReader } from './open-reader.ts';
import { ResumeImpossible } from './resume-impossible.ts';
import { beginningOf, endOf, parseCursor, placeIn, type Place } from './stream-place.ts';
import { takeMessage, type FollowedEvent } from './take-message.ts';
import { createToldEvents } from './told-events.ts';

/** Of an event that was told so many messages are looked at again: what was told before, and that it is still there. */
const LOOK_BACK = 64;
const REMEMBERED = 4_096;

export interface FollowDeps {
  readonly link: BrokerLink;
  readonly log: Log;
  readonly timings: Timings;
  /** Calls the listener after every reconnect, until the returned function is called. */
  readonly onReconnect: (listener: () => void) => () => void;
}

/**
 * The events behind a place, or from now on. Whatever else goes wrong (no broker, no stream yet, reader
 * gone) it goes on from its place, for as long as it takes.
 */
export async function* followStream(
  asked: {
    readonly service: string;
    readonly filter: readonly string[];
    /** A cursor; from now on without one. */
    readonly after: string | undefined;
    /** A cursor: ends when nothing is left before it. Without one it goes on for ever. */
    readonly until: string | undefined;
    readonly signal: AbortSignal;
  },
  deps: FollowDeps,
): AsyncGenerator<FollowedEvent, void> {
  const { service, filter, signal } = asked;
  const { link, log, timings } = deps;
  const told = createToldEvents(REMEMBERED);
  let place = asked.after === undefined ? undefined : parseCursor(asked.after, service);
  const until = asked.until === undefined ? undefined : parseCursor(asked.until, service);
  let reader: StreamReader | undefined;
  let lookedAt = 0;
  let lastReason = '';

  const isOver = () => signal.aborted;
  const stopReading = () => {
    reader?.stop();
    reader = undefined;
  };
  const forget = deps.onReconnect(stopReading);
  signal.addEventListener('abort', stopReading);

  const open = async () => {
    const opened = await openReader(
      {
        ...{ service, filter },
        from: (info) => {
          place = place === undefined ? endOf(service, info) : placeIn(info, place);
          return place.event === null ? place.seq + 1 : place.seq + 1 - LOOK_BACK;
        },
      },
      deps,
    );
    lookedAt = Date.now();
    lastReason = '';
    return opened;
  };

  /** Where none of these events has come for long, the stream forgets what lies behind the last one. */
  const moveOn = async (open: StreamReader, from: Place) => {
    if (Date.now() - lookedAt < timings.check) return from;
    lookedAt = Date.now();
    const info = await open.reached();
    if (!info) return from;
    const here = placeIn(info, from);
    return here.seq < info.state.last_seq ? endOf(service, info) : here;
  };

  const isComplete = async (open: StreamReader, here: Place) =>
    until !== undefined && (here.seq >= until.seq || (await open.reached()) !== undefined);

  /** Undefined when all is told. */
  const pull = async (): Promise<readonly FollowedEvent[] | undefined> => {
    if (!link.up()) {
      await pause(timings.retry / 4, signal);
      return [];
    }
    const current = (reader ??= await open());
    let here = await moveOn(current, place ?? endOf(service, current.info));
    place = here;
    if (isOver() || (await isComplete(current, here))) return undefined;
    const messages = await current.pull();
    const events = messages.flatMap((message) => {
      const taken = takeMessage(message, here, { told, log });
      here = taken.place;
      return taken.event ?? [];
    });
    place = here;
    return events;
  };

  try {
    while (!isOver()) {
      try {
        const events = await pull();
        if (events === undefined) return;
        for (const event of events) {
          if (isOver()) return;
          yield event;
        }
      } catch (error) {
        if (error instanceof ResumeImpossible) throw error;
        stopReading();
        if (isStreamNotFound(error)) place ??= beginningOf(service);
        const reason = reasonOf(error);
        if (reason !== lastReason) log.warn({ service, reason }, 'the stream is not heard');
        lastReason = reason;
        await pause(timings.retry, signal);
      }
    }
  } finally {
    forget();
    signal.removeEventListener('abort', stopReading);
    stopReading();
  }
}
