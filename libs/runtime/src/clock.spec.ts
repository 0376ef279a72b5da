import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { businessClock, trustClock } from './clock.ts';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'onewindow-clock-'));
  file = join(directory, 'clock');
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});
const NOW = Date.parse('2026-03-02T01:00:00.000Z');
beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());
/** By how much the business clock is off the real one, which stands still meanwhile. */
const offset = () => Date.parse(businessClock(file).now()) - NOW;

it('without a file the business clock is the real one', () => {
  expect(businessClock()).toBe(trustClock);
});

it('a file that is missing or empty leaves the real time', () => {
  expect(offset()).toBe(0);
  writeFileSync(file, ' \n');
  expect(offset()).toBe(0);
});

it('a number moves the clock by so many milliseconds, and it goes on', () => {
  writeFileSync(file, '+86400000\n');
  expect(offset()).toBe(86_400_000);
  jest.advanceTimersByTime(5_000);
  expect(offset()).toBe(86_405_000);
  writeFileSync(file, '-3600000');
  expect(offset()).toBe(5_000 - 3_600_000);
});

it('an instant stops the clock there, whatever its offset', () => {
  writeFileSync(file, '2026-02-28T23:00:00+08:00');
  expect(businessClock(file).now()).toBe('2026-02-28T15:00:00.000Z');
});

it('a clock that is running follows its file', () => {
  const clock = businessClock(file);
  writeFileSync(file, '2026-01-01T00:00:00Z');
  expect(clock.now()).toBe('2026-01-01T00:00:00.000Z');
  writeFileSync(file, '2027-01-01T00:00:00Z');
  expect(clock.now()).toBe('2027-01-01T00:00:00.000Z');
});

it('a file that is no time is an error, never the real time', () => {
  writeFileSync(file, 'tomorrow');
  expect(() => businessClock(file).now()).toThrow(RangeError);
});

it('a file that can not be read is an error', () => {
  expect(() => businessClock(directory).now()).toThrow();
});
