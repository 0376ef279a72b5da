import { compare, figuresOf } from './compare.ts';

const list = 'list of 20, four fields';
const aRun = (times: number, spread: readonly [number, number], commands = 3) =>
  JSON.stringify({
    reads: [{ name: list, reach: 2, cpuMs: 1, bareMs: 1, times, spread }],
    writes: [
      { mutation: 'submitCase', clients: 8, written: 9, failed: 0, perSecond: 20, commands },
    ],
  });

describe('two runs of the bench', () => {
  it('are compared figure by figure, with the widest that their rounds allow', () => {
    const before = figuresOf(aRun(4, [3, 5]));
    const after = figuresOf(aRun(2, [1.5, 3], 4));
    expect(compare(before, after)).toMatchObject([
      { name: `${list}, times B`, before: 4, after: 2, ratio: 0.5, between: [0.3, 1] },
      { name: 'submitCase by 8, Mongo commands each', ratio: 4 / 3, between: [4 / 3, 4 / 3] },
      { name: 'submitCase by 8, failed', before: 0, after: 0 },
      { name: 'submitCase by 8, a second', ratio: 1 },
    ]);
  });

  it('have nothing to compare where one was not asked what the other was', () => {
    expect(compare(figuresOf(aRun(4, [3, 5])), figuresOf('{"reads":[]}'))).toEqual([]);
  });

  it('are files that the bench wrote', () => {
    expect(() => figuresOf('{"reads":[{"name":1}]}')).toThrow('name');
    expect(() => figuresOf('no')).toThrow('JSON');
  });
});
