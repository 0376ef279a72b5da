import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import * as contracts from '../index.ts';
import { asyncApiDocument } from './asyncapi-document.ts';
import { eventContractsIn } from './event-contracts.ts';
import { printDocument } from './print-document.ts';

const committed = readFileSync(join(__dirname, '..', '..', 'asyncapi.yaml'), 'utf8');
const events = eventContractsIn(contracts);

it('the committed document is the one that the contracts make (npm run asyncapi)', () => {
  expect(committed).toBe(printDocument(asyncApiDocument(contracts)));
});

it('a payload is the envelope with this type and with data that refers to the snapshot', () => {
  const snapshot = z.object({ id: z.uuid(), note: z.string().nullable() });
  const opened = defineEvent({
    ...{ service: 'lab', aggregate: 'sample', happened: 'opened', version: 2 },
    schema: z.object({ happened: z.object({}), snapshot }),
    description: { en: 'A sample was opened.', zh: '样品开启' },
  });
  const { components } = asyncApiDocument({ sampleSnapshot: snapshot, opened });
  expect(components.messages['lab.sample.opened.v2']?.payload.allOf).toEqual([
    { $ref: '#/components/schemas/eventEnvelope' },
    {
      type: 'object',
      properties: {
        type: { const: 'onewindow.lab.sample.opened.v2' },
        data: { $ref: '#/components/schemas/lab.sample.opened.v2.data' },
      },
    },
  ]);
  expect(components.schemas['lab.sample.opened.v2.data']).toEqual({
    type: 'object',
    properties: {
      happened: { type: 'object', properties: {} },
      snapshot: { $ref: '#/components/schemas/sampleSnapshot' },
    },
    required: ['happened', 'snapshot'],
  });
});

it('no two events have the same type', () => {
  expect(new Set(events.map(({ type }) => type)).size).toBe(events.length);
});
