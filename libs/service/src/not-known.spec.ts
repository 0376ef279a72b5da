import { newId } from '@onewindow/persistence';
import { createNotKnown } from './not-known.ts';

const MINUTE = 60_000;
const byCode = '6d4f7c0e-51c8-5a35-9a08-0f6d3b0a9d11';

it('what was made lately may be on its way: ask again', () => {
  const id = newId();
  expect(createNotKnown()(id)).toEqual({ code: 'NotYetKnown', id, retryAfter: 2 });
});

it('what was made long ago would have come, and what was made tomorrow is made up', () => {
  const id = newId();
  const later = createNotKnown(() => Date.now() + 11 * MINUTE);
  expect(later(id)).toEqual({ code: 'NotFound', id });
  const before = createNotKnown(() => Date.now() - 2 * MINUTE);
  expect(before(id)).toEqual({ code: 'NotFound', id });
});

it('how long that is can be said', () => {
  const id = newId();
  const within = (age: number) => createNotKnown(() => Date.now() + age, MINUTE)(id).code;
  expect([within(0), within(2 * MINUTE)]).toEqual(['NotYetKnown', 'NotFound']);
});

it('an id that does not tell its age is new for a minute after it was first asked for', () => {
  let now = 0;
  const notKnown = createNotKnown(() => now);
  for (const text of [byCode, 'no id at all']) {
    now = 0;
    expect(notKnown(text).code).toBe('NotYetKnown');
    now = MINUTE - 1;
    expect(notKnown(text).code).toBe('NotYetKnown');
    now = MINUTE;
    expect(notKnown(text).code).toBe('NotFound');
    now = 60 * MINUTE;
    expect(notKnown(text).code).toBe('NotFound');
  }
});

it('remembers a bounded number of them', () => {
  let now = 0;
  const notKnown = createNotKnown(() => now);
  notKnown(byCode);
  for (let n = 0; n < 10_000; n += 1) notKnown(`other ${n}`);
  now = 2 * MINUTE;
  expect(notKnown(byCode).code).toBe('NotYetKnown');
  expect(notKnown('other 9999').code).toBe('NotFound');
});
