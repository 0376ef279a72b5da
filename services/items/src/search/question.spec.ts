import { everydayWords } from './everyday-words.ts';
import { parseQuestion } from './question.ts';

const partsOf = (typed: string) =>
  parseQuestion(typed, everydayWords)?.parts.map(({ text }) => text);

describe('a question', () => {
  it.each(['', '   ', '，。！', '（）-'])('is none without a letter or digit: %j', (typed) => {
    expect(parseQuestion(typed, everydayWords)).toBeNull();
  });

  it('has a part for each word, with pinyin joined and codes whole', () => {
    expect(partsOf('失业 补贴')).toEqual(['失业', '补贴']);
    expect(partsOf('shen fen zheng')).toEqual(['shenfenzheng']);
    expect(partsOf('办sfz')).toEqual(['办', 'sfz']);
    expect(partsOf('511A-0116')).toEqual(['511a0116']);
    expect(partsOf('1000人以上')).toEqual(['1000人以上']);
  });

  it('knows what may be sounds and what may be a code', () => {
    const [part] = parseQuestion('sfz', everydayWords)?.parts ?? [];
    expect(part).toMatchObject({ letters: 'sfz' });
    expect(part?.code).toBeUndefined();
    expect(parseQuestion('511A01', everydayWords)?.parts[0]).toMatchObject({ code: '511a01' });
  });

  it('looks up the official words for what it hears', () => {
    expect(parseQuestion('gzf', everydayWords)?.terms).toEqual(
      expect.arrayContaining(['~gz', '公租', '租赁', '住房']),
    );
  });

  it('looks up what many names have only when there is nothing else', () => {
    expect(parseQuestion('施工许可', everydayWords)?.terms).toEqual(['施工', '工许']);
    expect(parseQuestion('许可', everydayWords)?.terms).toEqual(['许可']);
  });

  it('looks up at most 200 terms', () => {
    const typed = Array.from({ length: 60 }, (_, at) => String.fromCharCode(0x4e00 + 7 * at));
    const terms = parseQuestion(typed.join(''), everydayWords)?.terms ?? [];
    expect(terms.length).toBeLessThanOrEqual(200);
    expect(new Set(terms).size).toBe(terms.length);
  });
});
