import { HEADER, parseTable } from '../setup/table.mjs';
import { unprovenRows } from '../setup/unproven-rows.mjs';

const file = 'services/items/src/a.spec.ts';
const table = (state: string, tests: string) =>
  parseTable(`${HEADER}\nS01\tplanted\titems\t${state}\tCase.id\t${tests}`);
const rows = table('done', `+ ${file} › takes; it all; - ${file} › refuses`);
const results = (taken: string, refused: string) => [
  {
    file,
    tests: [
      { title: 'takes; it all', status: taken },
      { title: 'refuses', status: refused },
    ],
  },
];

describe('a row that is done', () => {
  it('is proved by tests that ran and passed', () => {
    expect(unprovenRows(rows, results('passed', 'passed'))).toEqual([]);
  });

  it.each(['failed', 'pending', 'todo', 'disabled'])(
    'is not proved by one that is %s',
    (status) => {
      expect(unprovenRows(rows, results('passed', status))).toEqual([
        `S01 (items) names ${file} › refuses, which is ${status} and has not passed`,
      ]);
    },
  );

  it('is not proved by one that the file lacks', () => {
    expect(unprovenRows(rows, [{ file, tests: [] }])).toHaveLength(2);
  });

  it('is not judged in a run without the file', () => {
    expect(unprovenRows(rows, [])).toEqual([]);
  });
});

it('a row that is still to do is not judged', () => {
  const todo = table('todo', `+ ${file} › takes; it all`);
  expect(unprovenRows(todo, [{ file, tests: [] }])).toEqual([]);
});

it('a test is named with its file and with what it shows', () => {
  expect(rows[0]?.tests).toEqual([
    { file, name: 'takes; it all', kind: 'accepts' },
    { file, name: 'refuses', kind: 'refuses' },
  ]);
  expect(() => table('done', `${file} › takes`)).toThrow('line 2');
});
