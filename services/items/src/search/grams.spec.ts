import { bigramsOf, gramsOf } from './grams.ts';

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
