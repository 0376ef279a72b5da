import { defineEvent } from '@onewindow/contracts';
import { z } from 'zod';
import { thingChanged, thingContracts } from '../test/things.ts';
import { parseEvent } from './parse-event.ts';

const { changed } = thingContracts('owner');
const { envelope } = thingChanged('owner', ['a', 1]);
const parsed = (change: object) =>
  parseEvent(JSON.stringify({ ...envelope, ...change }), [changed]);

it('gives back an event that keeps its contract', () => {
  expect(parsed({})).toEqual({ kind: 'event', event: envelope });
});

it('leaves out data that the contract does not name', () => {
  const data = { happened: {}, snapshot: { value: 1, name: 'never asked for' } };
  expect(parsed({ data })).toEqual({ kind: 'event', event: envelope });
});

it.each(['onewindow.owner.thing.changed.v2', 'onewindow.owner.other.changed.v1'])(
  'does not know %s',
  (type) => {
    expect(parsed({ type })).toEqual({ kind: 'unknown', type });
  },
);

it('knows an older version beside the newer one', () => {
  const newer = defineEvent({ ...changed, version: 2, schema: z.object({}) });
  expect(parseEvent(JSON.stringify(envelope), [newer, changed]).kind).toBe('event');
});

it('names what breaks the contract', () => {
  expect(parsed({ data: { happened: {}, snapshot: {} } })).toMatchObject({
    kind: 'invalid',
    reason: expect.stringContaining('snapshot.value') as string,
  });
});

it.each([
  { specversion: '0.3' },
  { id: '' },
  { time: 'yesterday' },
  { aggregateversion: -1 },
  { subject: undefined },
  { datacontenttype: 'text/plain' },
])('takes %j for no event', (change) => {
  expect(parsed(change).kind).toBe('malformed');
});

it('takes what is no JSON for no event', () => {
  expect(parseEvent('{', [changed]).kind).toBe('malformed');
});
