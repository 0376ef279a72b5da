import type { EventEnvelope, OutgoingEvent } from '@onewindow/contracts';
import type { SpanDescription } from '@onewindow/runtime';
import { isSentAgain } from './message-id.ts';

/** One event on its way to the broker: under the command that made it. */
export const publishSpan = (
  stream: string,
  { envelope, messageId }: OutgoingEvent,
): SpanDescription => ({
  name: `publish ${stream}`,
  kind: 'producer',
  attributes: {
    ...attributesOf(envelope),
    'messaging.operation.type': 'send',
    'messaging.destination.name': stream,
  },
  ...placeOf(envelope, messageId),
});

/** One event in the hands of a durable: under the command that made it, in whichever service that was. */
export const consumeSpan = (
  durable: string,
  envelope: EventEnvelope,
  messageId: string | undefined,
): SpanDescription => ({
  name: `consume ${durable}`,
  kind: 'consumer',
  attributes: {
    ...attributesOf(envelope),
    'messaging.operation.type': 'process',
    'messaging.consumer.group.name': durable,
  },
  ...placeOf(envelope, messageId ?? ''),
});

const attributesOf = ({ id, type }: EventEnvelope) => ({
  'messaging.system': 'nats',
  'cloudevents.event_id': id,
  'cloudevents.event_type': type,
});

/** What is sent again may be a month old: it begins a trace, which names that of back then. */
function placeOf({ traceparent }: EventEnvelope, messageId: string) {
  if (!isSentAgain(messageId)) return { parent: traceparent ?? null };
  return { parent: null, ...(traceparent !== undefined && { links: [traceparent] }) };
}
