import { fitLine, median, medianBetween } from './statistics.ts';

describe('the median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 2, 3], 2.5],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('of nothing is nothing to be told', () => {
    expect(() => median([])).toThrow('nothing');
  });
});

describe('where a median lies', () => {
  const upTo = (most: number) => Array.from({ length: most }, (_, at) => most - at);

  it.each([
    [1, [1, 1]],
    [5, [1, 5]],
    [10, [2, 9]],
    [100, [41, 60]],
  ])('of the numbers up to %d is between %j', (most, between) => {
    expect(medianBetween(upTo(most))).toEqual(between);
  });

  it('of nothing is nothing to be told', () => {
    expect(() => medianBetween([])).toThrow('nothing');
  });
});

describe('the line through the costs of different numbers of rows', () => {
  const rows = [1, 5, 20, 50, 200];

  it('finds what a request costs at all and what each row adds', () => {
    const line = fitLine(rows.map((x) => ({ x, y: 0.2 + 0.01 * x })));
    expect(line.intercept).toBeCloseTo(0.2);
    expect(line.slope).toBeCloseTo(0.01);
    expect(line.r2).toBeCloseTo(1);
  });

  it('says when costs do not lie on a line', () => {
    expect(fitLine(rows.map((x) => ({ x, y: 0.2 + 0.001 * x * x }))).r2).toBeLessThan(0.98);
  });
});
