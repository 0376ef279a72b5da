import type { StreamInfo } from 'nats';
import * as fc from 'fast-check';
import { beginningOf, endOf, isBefore, parseCursor, placeIn, toCursor } from './stream-place.ts';

const stream = (first_seq: number, last_seq: number, created = 'then') =>
  ({ created, state: { first_seq, last_seq } }) as StreamInfo;
const place = { service: 'cases', made: 'then', seq: 7, event: 'e7' };

it('is the same place after it was written and read', () => {
  const places = fc.record({
    service: fc.string(),
    made: fc.option(fc.string()),
    seq: fc.nat(),
    event: fc.option(fc.string()),
  });
  fc.assert(
    fc.property(places, (one) => {
      expect(parseCursor(toCursor(one), one.service)).toEqual(one);
      expect(toCursor(one)).toMatch(/^[\w-]*$/);
    }),
  );
});

it('takes no text from outside for a cursor that is none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      for (const cursor of [text, Buffer.from(text).toString('base64url')]) {
        expect(() => parseCursor(cursor, 'cases')).toThrow('cursor');
      }
    }),
  );
  const negative = Buffer.from('["cases","then",-1,null]').toString('base64url');
  expect(() => parseCursor(negative, 'cases')).toThrow('no cursor');
});

it.each([
  ['in the middle', stream(1, 9)],
  ['at the end', stream(1, 7)],
  ['just before what is remembered', stream(8, 9)],
  ['at the end of a stream that has forgotten all', stream(8, 7)],
])('goes on %s', (_, info) => {
  expect(placeIn(info, place)).toEqual(place);
});

it.each([
  ['made anew', stream(1, 9, 'now')],
  ['went back', stream(1, 6)],
  ['has forgotten', stream(9, 12)],
  ['has forgotten', stream(9, 8)],
])('refuses to go on where the stream %s', (words, info) => {
  expect(() => placeIn(info, place)).toThrow(words);
});

it('takes any stream that holds its first message for one that was not there yet', () => {
  const before = beginningOf('cases');
  expect(placeIn(stream(1, 3), before)).toEqual({ ...before, made: 'then' });
  expect(placeIn(stream(0, 0), before)).toEqual({ ...before, made: 'then' });
  expect(() => placeIn(stream(2, 3), before)).toThrow('has forgotten');
});

it('knows that the beginning lies before the end', () => {
  const [begin, end] = [toCursor(beginningOf('cases')), toCursor(endOf('cases', stream(1, 3)))];
  expect([isBefore(begin, end), isBefore(end, begin), isBefore(end, end)]).toEqual([
    ...[true, false, false],
  ]);
});
