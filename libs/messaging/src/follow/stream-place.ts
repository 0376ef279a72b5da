import type { StreamInfo } from 'nats';
import { z } from 'zod';
import { ResumeImpossible } from './resume-impossible.ts';

/** Behind which message somebody stands in a service's stream. */
export interface Place {
  readonly service: string;
  /** When the stream was made, as the broker says it: another one holds another stream. Null: before it was made. */
  readonly made: string | null;
  readonly seq: number;
  /** The id of the event there; null where none was seen. */
  readonly event: string | null;
}

const written = z.tuple([
  z.string(),
  z.string().nullable(),
  z.int().nonnegative(),
  z.string().nullable(),
]);

/** A place as text for others, who need not understand it. */
export function toCursor({ service, made, seq, event }: Place): string {
  return Buffer.from(JSON.stringify([service, made, seq, event])).toString('base64url');
}

/** Throws `ResumeImpossible` for what is no cursor of this service's stream. */
export function parseCursor(cursor: string, expected: string): Place {
  const place = readCursor(cursor);
  if (place.service !== expected) throw new ResumeImpossible('The cursor is of another stream.');
  return place;
}

function readCursor(cursor: string): Place {
  const parsed = written.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success) throw new ResumeImpossible('This is no cursor.');
  const [service, made, seq, event] = parsed.data;
  return { service, made, seq, event };
}

/** Whether one cursor lies before another. Throws `ResumeImpossible` when they are not of one stream. */
export function isBefore(cursor: string, other: string): boolean {
  const { service, ...one } = readCursor(cursor);
  const two = parseCursor(other, service);
  if (one.made !== null && two.made !== null && one.made !== two.made) {
    throw new ResumeImpossible('The stream was made anew.');
  }
  return one.seq < two.seq;
}

/**
 * The same place in the stream as it is now. Throws `ResumeImpossible` when the stream was made anew, went
 * back, or has forgotten something behind that place.
 */
export function placeIn({ created, state }: StreamInfo, place: Place): Place {
  if (place.made !== null && place.made !== created) {
    throw new ResumeImpossible('The stream was made anew.');
  }
  if (place.seq > state.last_seq) throw new ResumeImpossible('The stream went back.');
  if (place.seq + 1 < state.first_seq) {
    throw new ResumeImpossible('The stream has forgotten what came behind the cursor.');
  }
  return { ...place, made: created };
}

/** The end of a stream: everything that is in it is behind. */
export function endOf(service: string, { created, state }: StreamInfo): Place {
  return { service, made: created, seq: state.last_seq, event: null };
}

/** Where a stream that nobody has made yet will begin. */
export function beginningOf(service: string): Place {
  return { service, made: null, seq: 0, event: null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Whoever asks is told that it is no cursor.
    return undefined;
  }
}
