import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { instant } from '@onewindow/kernel';
import { businessClock } from '@onewindow/runtime';
import { createClockFile } from '../clock-file.ts';
import type { Answer, Command, Graph } from '../graph.ts';
import type { Step } from './step.ts';
import { byMonth, playHistory } from './play-history.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-clock-'));
  file = join(folder, 'business-clock');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const monday = instant('2026-09-28T01:10:00Z');
const tuesday = instant('2026-09-29T02:20:00Z');
const step = (at: Step['at'], about: string, mutation: string): Step => {
  return {
    at,
    about,
    persona: 'officer',
    mutation,
    input: { commandId: `${about}-${mutation}` },
  };
};

/** A graph that writes down what was asked of it, and what time it was then. */
function graphOf(answer: (command: Command) => Promise<void> = () => Promise.resolve()) {
  const clock = businessClock(file);
  const asked: string[] = [];
  const command = async <Success extends Answer>(given: Command): Promise<Success> => {
    asked.push(`${clock.now()} ${String(given.input['commandId'])}`);
    await answer(given);
    return { __typename: 'Success' } as Success;
  };
  return { asked, graph: { command } satisfies Pick<Graph, 'command'> };
}

it('each step is done at its own time, by the clock that all programs go by', async () => {
  const { graph, asked } = graphOf();
  await playHistory(graph, createClockFile(file), [
    step(monday, 'a', 'submitCase'),
    step(tuesday, 'a', 'acceptCase'),
  ]);
  expect(asked).toEqual([`${monday} a-submitCase`, `${tuesday} a-acceptCase`]);
});

it('the clock goes on only when all of a moment is done', async () => {
  const { graph, asked } = graphOf(() => sleep(20));
  await playHistory(graph, createClockFile(file), [
    step(monday, 'a', 'submitCase'),
    step(monday, 'b', 'submitCase'),
    step(monday, 'a', 'acceptCase'),
    step(tuesday, 'b', 'acceptCase'),
  ]);
  expect(asked.slice(0, 3).every((line) => line.startsWith(monday))).toBe(true);
  expect(asked[3]).toBe(`${tuesday} b-acceptCase`);
  // One case step by step, different ones side by side.
  expect(asked.slice(0, 2).sort()).toEqual([`${monday} a-submitCase`, `${monday} b-submitCase`]);
});

it('a step that is refused ends the playing, with the clock where it was', async () => {
  const { graph, asked } = graphOf(({ input }) =>
    input['commandId'] === 'a-acceptCase'
      ? Promise.reject(new Error('Refused'))
      : Promise.resolve(),
  );
  const steps = [step(monday, 'a', 'acceptCase'), step(tuesday, 'a', 'decideCase')];
  await expect(playHistory(graph, createClockFile(file), steps)).rejects.toThrow('Refused');
  expect(asked.length).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe(monday);
});

it('a clock that is released tells the real time, and so does one that never stood still', () => {
  const clock = createClockFile(file);
  clock.release();
  clock.set(monday);
  clock.release();
  expect(existsSync(file)).toBe(false);
  const before = Date.now();
  const told = Date.parse(businessClock(file).now());
  expect(told).toBeGreaterThanOrEqual(before);
  expect(told).toBeLessThanOrEqual(Date.now());
});

it('months are those of the hall, not of Greenwich', () => {
  const lastOfSeptember = instant('2026-09-30T23:30:00+08:00');
  const firstOfOctober = instant('2026-10-01T00:10:00+08:00');
  const steps = [step(lastOfSeptember, 'a', 'submitCase'), step(firstOfOctober, 'b', 'submitCase')];
  expect([...byMonth(steps)].map(([month, { length }]) => [month, length])).toEqual([
    ['2026-09', 1],
    ['2026-10', 1],
  ]);
});
