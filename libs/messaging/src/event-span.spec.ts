import type { EventEnvelope, OutgoingEvent } from '@onewindow/contracts';
import { consumeSpan, publishSpan } from './event-span.ts';
import { idOfReplay } from './message-id.ts';

const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
const envelope: EventEnvelope = {
  ...{ specversion: '1.0', datacontenttype: 'application/json', source: '/onewindow/hall' },
  ...{ id: 'event-1', type: 'onewindow.hall.visit.entered.v1', subject: 'visit-1', region: 'r' },
  ...{ time: '2026-03-02T01:00:00.000Z', aggregateversion: 1, actor: 'somebody' },
  ...{ data: { snapshot: { remark: '演示' } }, traceparent },
};
const event: OutgoingEvent = { envelope, natsSubject: 's', messageId: 'visit-1:1:v1' };

it('an event stands under the command that made it, on its way and in other hands', () => {
  expect(publishSpan('ONEWINDOW_HALL', event)).toMatchObject({
    kind: 'producer',
    parent: traceparent,
  });
  expect(consumeSpan('board-notices', envelope, event.messageId)).toMatchObject({
    ...{ name: 'consume board-notices', kind: 'consumer', parent: traceparent },
  });
});

it('one that is sent again, maybe a month later, begins a trace that names the old one', () => {
  const messageId = idOfReplay(event.messageId, 'replay-1');
  const spans = [
    publishSpan('ONEWINDOW_HALL', { ...event, messageId }),
    consumeSpan('board-notices', envelope, messageId),
  ];
  for (const span of spans) expect(span).toMatchObject({ parent: null, links: [traceparent] });
});

it('one of a command that was not traced begins a trace', () => {
  const { traceparent: _, ...untraced } = envelope;
  const span = publishSpan('ONEWINDOW_HALL', { ...event, envelope: untraced });
  expect(span.parent).toBeNull();
  expect(span.links).toBeUndefined();
});

it('a span tells which event it is, and nothing of what is in it', () => {
  const { attributes } = consumeSpan('board-notices', envelope, undefined);
  expect(attributes).toEqual({
    'messaging.system': 'nats',
    'messaging.operation.type': 'process',
    'messaging.consumer.group.name': 'board-notices',
    'cloudevents.event_id': 'event-1',
    'cloudevents.event_type': 'onewindow.hall.visit.entered.v1',
  });
});
