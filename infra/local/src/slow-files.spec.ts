import { slowFiles } from '../setup/slow-files.mjs';

const times = [
  { file: 'a.spec.ts', project: 'cases', seconds: 1 },
  { file: 'b.spec.ts', project: 'gateway', seconds: 12.34 },
  { file: 'c.spec.ts', project: 'cases', seconds: 20 },
];

it('names the slowest files, and sums up all of each project', () => {
  expect(slowFiles(times, 2)).toEqual([
    'The 2 slowest test files, in seconds:',
    '    20.0  c.spec.ts',
    '    12.3  b.spec.ts',
    'Seconds by project, all workers together:',
    '    21.0  cases',
    '    12.3  gateway',
  ]);
});

it('names no more files than there are', () => {
  expect(slowFiles(times, 9)[0]).toBe('The 3 slowest test files, in seconds:');
});
