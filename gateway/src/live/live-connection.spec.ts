import { at } from './live-connection.ts';

// A clock of the test's own: what a busy machine does between two steps is nothing to it.
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const inMs = (ms: number) => new Date(Date.now() + ms);

it('calls at the moment and not before, also one that is past', () => {
  const called: string[] = [];
  at(inMs(60), () => called.push('soon'));
  at(inMs(-1_000), () => called.push('past'));
  jest.advanceTimersByTime(59);
  expect(called).toEqual(['past']);
  jest.advanceTimersByTime(2);
  expect(called).toEqual(['past', 'soon']);
});

it('waits longer than a timer can, and not at all where there is no moment or nobody waits any more', () => {
  const called: string[] = [];
  const stops = [
    at(inMs(2 ** 33), () => called.push('in years')),
    at(undefined, () => called.push('never')),
    at(inMs(10), () => called.push('stopped')),
  ];
  stops[2]?.();
  jest.advanceTimersByTime(2 ** 32);
  expect(called).toEqual([]);
  for (const stop of stops) stop();
});
