import * as fc from 'fast-check';
import { DEEPEST, MOST_NAMES, MOST_PARTS, readJsonBody } from './json-body.ts';

const names = (from: number, count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`key:"{${from + index}`, { a: [{}] }]),
  );
const read = (value: unknown) => readJsonBody(Buffer.from(JSON.stringify(value)));
const padding = 'x'.repeat(40_000);

it('refuses more different names than all inputs have, wherever they lie', () => {
  const half = MOST_NAMES / 2 - 4;
  const most = { padding, list: [names(0, half), { b: names(half, half) }] };
  expect(read(most)).toEqual({ ok: true, value: most });
  const fault = { ok: false, fault: 'TOO_MANY_NAMES' };
  expect(read({ padding, list: [names(0, MOST_NAMES), [names(MOST_NAMES, 1)]] })).toEqual(fault);
});

it('takes the same names as often as there are rows', () => {
  const rows = Array.from({ length: 200 }, () => ({ ...names(0, 10) }));
  expect(read({ padding, rows })).toEqual({ ok: true, value: { padding, rows } });
});

it.each([
  ['numbers', 1],
  ['texts', ',"[{\\'],
  ['nulls', null],
])('refuses more %s than a request has values', (_, value) => {
  const most = { padding, list: Array<unknown>(MOST_PARTS - 3).fill(value) };
  expect(read(most)).toEqual({ ok: true, value: most });
  const more = { padding, list: Array<unknown>(MOST_PARTS).fill(value) };
  expect(read(more)).toEqual({ ok: false, fault: 'TOO_MANY_VALUES' });
});

it.each([
  ['objects', {}],
  ['lists', []],
])('counts %s that hold nothing', (_, value) => {
  const half = { padding, list: Array<unknown>(MOST_PARTS / 2 - 3).fill(value) };
  expect(read(half)).toEqual({ ok: true, value: half });
  const more = { padding, list: Array<unknown>(MOST_PARTS / 2 + 1).fill(value) };
  expect(read(more)).toEqual({ ok: false, fault: 'TOO_MANY_VALUES' });
});

it.each([
  ['objects', '{"a":', '}'],
  ['lists', '[', ']'],
])('refuses %s that lie too deep in each other', (_, open, close) => {
  const deep = (depth: number) =>
    Buffer.from(`["${padding}",${open.repeat(depth)}1${close.repeat(depth)}]`);
  expect(readJsonBody(deep(DEEPEST - 1)).ok).toBe(true);
  expect(readJsonBody(deep(DEEPEST))).toEqual({ ok: false, fault: 'TOO_DEEP' });
  expect(readJsonBody(deep(100_000))).toEqual({ ok: false, fault: 'TOO_DEEP' });
});

it('refuses what is no JSON', () => {
  expect(readJsonBody(Buffer.from('{"a":'))).toEqual({ ok: false, fault: 'NO_JSON' });
  expect(readJsonBody(Buffer.from(`{"a":"${padding}`))).toEqual({ ok: false, fault: 'NO_JSON' });
});

/** A buffer that counts how often one of its bytes is read. */
function counted(body: Buffer): { body: Buffer; reads: () => number } {
  let reads = 0;
  const get = (of: Buffer, key: string | symbol): unknown => {
    reads += 1;
    return Reflect.get(of, key, of) as unknown;
  };
  return { body: new Proxy(body, { get }), reads: () => reads };
}

it('reads a text once for its name, however many colons follow', () => {
  const count = 4_000;
  const { body, reads } = counted(Buffer.from(`{"${'a'.repeat(count)}"${':'.repeat(count)}`));
  expect(readJsonBody(body)).toEqual({ ok: false, fault: 'NO_JSON' });
  expect(reads()).toBeLessThan(10 * count);
});

it('reads everything else as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const whole = JSON.parse(JSON.stringify({ padding, value })) as unknown;
      expect(read(whole)).toEqual({ ok: true, value: whole });
    }),
  );
});
