import { defineEvent, type EventEnvelope, type OutgoingEvent } from '@onewindow/contracts';
import { v5 } from 'uuid';
import { z } from 'zod';

const NAMESPACE = '6d4f7c0e-51c8-4a35-9a08-0f6d3b0a9d11';

/** A made-up aggregate with one number, published by a made-up service. */
export const thingContracts = (service: string) => ({
  changed: defineEvent({
    ...{ service, aggregate: 'thing', happened: 'changed', version: 1 },
    schema: z.object({ happened: z.object({}), snapshot: z.object({ value: z.int() }) }),
    description: { en: 'A thing has another value.', zh: '数值变更' },
  }),
});

export const thingId = (name: string): string => v5(name, NAMESPACE);

/** The nth event of a thing: its value is `n` unless told otherwise. */
export function thingChanged(
  service: string,
  [name, n]: readonly [name: string, n: number],
  change: Partial<EventEnvelope> = {},
): OutgoingEvent {
  const id = thingId(name);
  const { type } = thingContracts(service).changed;
  return {
    envelope: {
      ...{ specversion: '1.0', datacontenttype: 'application/json' },
      ...{ id: v5(`${id}:${n}`, NAMESPACE), source: `/onewindow/${service}`, type, subject: id },
      ...{ time: '2026-03-02T01:00:00.000Z', aggregateversion: n, region: thingId('region') },
      ...{ actor: 'test', data: { happened: {}, snapshot: { value: n } } },
      ...change,
    },
    natsSubject: `${type}._`,
    messageId: `${id}:${n}:v1`,
  };
}
