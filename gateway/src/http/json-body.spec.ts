import * as fc from 'fast-check';
import { MOST_KEYS, readJsonBody } from './json-body.ts';

const large = (keys: number) =>
  Object.fromEntries(Array.from({ length: keys }, (_, index) => [`key:"{${index}`, { a: [{}] }]));
const read = (value: unknown) => readJsonBody(Buffer.from(JSON.stringify(value)));
const padding = 'x'.repeat(40_000);

it('refuses an object with more fields than any input has, wherever it lies', () => {
  const most = { padding, list: [large(MOST_KEYS), large(MOST_KEYS)] };
  expect(read(most)).toEqual({ ok: true, value: most });
  const fault = { ok: false, fault: 'TOO_MANY_FIELDS' };
  expect(read({ padding, list: [{}, [large(MOST_KEYS + 1)]] })).toEqual(fault);
});

it('refuses what is no JSON', () => {
  expect(readJsonBody(Buffer.from('{"a":'))).toEqual({ ok: false, fault: 'NO_JSON' });
  expect(readJsonBody(Buffer.from(`{"a":"${padding}`))).toEqual({ ok: false, fault: 'NO_JSON' });
});

it('reads everything else as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const whole = JSON.parse(JSON.stringify({ padding, value })) as unknown;
      expect(read(whole)).toEqual({ ok: true, value: whole });
    }),
  );
});
