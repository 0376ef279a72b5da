import { runsOf, squeezed } from './normalise.ts';

describe('a text for finding', () => {
  it('is the same in full and half width, in capitals and not', () => {
    expect(runsOf('ＡＢｃ１２')).toEqual(runsOf('abC12'));
  });

  it('ends a run at brackets, dashes and blanks', () => {
    expect(runsOf('居民身份证办理（包括临时）')).toEqual(['居民身份证办理', '包括临时']);
    expect(runsOf('《出生医学证明》首次签发')).toEqual(['出生医学证明', '首次签发']);
  });

  it('is nothing when it is punctuation only', () => {
    expect(runsOf('，。（）！ -')).toEqual([]);
  });

  it('of a code has no hyphens', () => {
    expect(squeezed('511A01-51 1602')).toBe('511a01511602');
  });
});
