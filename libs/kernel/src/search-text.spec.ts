import { bigramsOf, gramsOf, runsOf } from './search-text.ts';

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
});

describe('grams', () => {
  it('are every two neighbours, and a single character itself', () => {
    expect(bigramsOf('身份证')).toEqual(['身份', '份证']);
    expect(bigramsOf('证')).toEqual(['证']);
    expect(bigramsOf('')).toEqual([]);
  });

  it('take a character beyond the basic plane for one', () => {
    expect(bigramsOf('𠮷野家')).toEqual(['𠮷野', '野家']);
  });

  it('of a name are its characters and bigrams, each once and none across runs', () => {
    expect(gramsOf(['户口', '户'])).toEqual(['户', '口', '户口']);
  });
});
