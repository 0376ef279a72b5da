import { assertEnoughTaken } from './assert-enough-taken.ts';
import { NOTHING_COUNTED } from './progress.ts';

const summary = (rows: number, refused: number) => ({
  rows,
  counts: { ...NOTHING_COUNTED, TAKEN: rows - refused, REFUSED: refused },
});

describe('the share of rows that were refused', () => {
  it.each([
    [10, 0, 0],
    [10, 9, 100],
    [10, 1, 10],
    [200, 1, 0.5],
    [0, 0, 0],
  ])('of %i rows %i is let pass at %d percent', (rows, refused, percent) => {
    expect(() => {
      assertEnoughTaken(summary(rows, refused), percent);
    }).not.toThrow();
  });

  it.each([
    [10, 10, 100],
    [1, 1, 100],
    [10, 1, 0],
    [10, 2, 19.9],
  ])('of %i rows %i is too many at %d percent', (rows, refused, percent) => {
    expect(() => {
      assertEnoughTaken(summary(rows, refused), percent);
    }).toThrow(`${refused.toString()} of ${rows.toString()} rows were refused`);
  });
});
