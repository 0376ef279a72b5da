import { eventEnvelope, type EventEnvelope } from '@onewindow/contracts';
import type { JsMsg } from 'nats';
import type { Log } from '../log.ts';
import { isSentAgain } from '../message-id.ts';
import { ResumeImpossible } from './resume-impossible.ts';
import { toCursor, type Place } from './stream-place.ts';
import type { ToldEvents } from './told-events.ts';

/** An event as it is told to who follows a stream. */
export interface FollowedEvent {
  readonly envelope: EventEnvelope;
  /** Opaque text: given back as `after`, what came behind this event is told. */
  readonly cursor: string;
}

export interface Taken {
  /** Behind this message, or where it was before: a message may lie further back. */
  readonly place: Place;
  /** Absent for what is not to be told: known already, sent again, or no event. */
  readonly event?: FollowedEvent;
}

/** What a message means to somebody at this place. */
export function takeMessage(
  message: JsMsg,
  place: Place,
  { told, log }: { readonly told: ToldEvents; readonly log: Log },
): Taken {
  const { streamSequence: seq } = message.info;
  const envelope = envelopeOf(message);
  const id = envelope?.id ?? null;
  if (seq === place.seq && place.event !== null && place.event !== id) {
    throw new ResumeImpossible('The stream went back.');
  }
  const isAgain = isSentAgain(message.headers?.get('Nats-Msg-Id') ?? '');
  const isNew = envelope !== undefined && !isAgain && told.add(envelope.id);
  if (seq <= place.seq) return { place };
  const next = { ...place, seq, event: id };
  if (!envelope) log.warn({ subject: message.subject, seq }, 'a message that is no event');
  return isNew ? { place: next, event: { envelope, cursor: toCursor(next) } } : { place: next };
}

function envelopeOf(message: JsMsg): EventEnvelope | undefined {
  try {
    const parsed = eventEnvelope.safeParse(JSON.parse(message.string()));
    return parsed.success ? (parsed.data as EventEnvelope) : undefined;
  } catch {
    // The caller writes it to the log: nobody can be told of it.
    return undefined;
  }
}
