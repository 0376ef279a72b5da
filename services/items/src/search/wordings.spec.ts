import { createVocabulary, wordings, wordsHeard } from './wordings.ts';

const vocabulary = createVocabulary({
  official: new Map([
    ['身份证', ['居民身份证']],
    ['丢了', ['挂失', '补领']],
    ['公租房', ['公共租赁住房']],
    ['租房', ['租赁']],
  ]),
  before: ['我要', '办'],
  behind: ['怎么办'],
  whole: [],
  common: ['许可'],
});
const piecesOf = (text: string) => wordings(text, vocabulary).map(({ pieces }) => pieces.join('+'));

describe('what was typed', () => {
  it('is looked for as it stands, and without what people say around it', () => {
    expect(piecesOf('我要办户口怎么办')).toEqual(['我要办户口怎么办', '户口']);
  });

  it('keeps what it is when nothing but such words are in it', () => {
    expect(piecesOf('我要办')).toEqual(['我要办']);
    expect(piecesOf('办')).toEqual(['办']);
  });

  it('is said officially, in every combination', () => {
    expect(piecesOf('身份证丢了')).toEqual([
      '身份证丢了',
      '居民身份证+挂失',
      '居民身份证+补领',
      '居民身份证+丢了',
      '身份证+挂失',
      '身份证+补领',
    ]);
  });

  it('is cut at the longest everyday word', () => {
    expect(piecesOf('公租房')).toEqual(['公租房', '公共租赁住房']);
  });

  it('may lose what stands beside an everyday word, but for less', () => {
    const all = wordings('给孩子身份证', vocabulary);
    expect(all.at(-2)).toEqual({ pieces: ['给孩子', '居民身份证'], worth: 1 });
    expect(all.at(-1)?.pieces).toEqual(['居民身份证']);
    expect(all.at(-1)?.worth).toBeLessThan(1);
  });

  it('in letters is heard as the everyday words that they spell', () => {
    expect(wordsHeard('gzf', vocabulary)).toEqual(['公租房']);
    expect(wordsHeard('gongzufang', vocabulary)).toEqual(['公租房']);
    expect(wordsHeard('gz', vocabulary)).toEqual([]);
  });

  it('stays bounded however many everyday words are in it', () => {
    expect(wordings('丢了'.repeat(20), vocabulary).length).toBeLessThanOrEqual(24);
  });
});
