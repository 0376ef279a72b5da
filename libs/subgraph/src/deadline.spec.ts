import { parseDeadline } from './deadline.ts';

it('reads a deadline in milliseconds and nothing else', () => {
  expect(parseDeadline('1795350000000')).toEqual(new Date(1_795_350_000_000));
  expect(['soon', '-5', '', undefined].map(parseDeadline)).toEqual(Array(4).fill(undefined));
});
