import { setTimeout as sleep } from 'node:timers/promises';
import { at } from './live-connection.ts';

const inMs = (ms: number) => new Date(Date.now() + ms);

it('calls at the moment and not before, also one that is past', async () => {
  const called: string[] = [];
  at(inMs(60), () => called.push('soon'));
  at(inMs(-1_000), () => called.push('past'));
  await sleep(20);
  expect(called).toEqual(['past']);
  await sleep(80);
  expect(called).toEqual(['past', 'soon']);
});

it('waits longer than a timer can, and not at all where there is no moment or nobody waits any more', async () => {
  const called: string[] = [];
  const stops = [
    at(inMs(2 ** 33), () => called.push('in years')),
    at(undefined, () => called.push('never')),
    at(inMs(10), () => called.push('stopped')),
  ];
  stops[2]?.();
  await sleep(40);
  expect(called).toEqual([]);
  for (const stop of stops) stop();
});
