import { everydayWords } from './everyday-words.ts';
import { LONGEST_QUESTION, parseQuestion } from './question.ts';

describe('the everyday words', () => {
  const all = everydayWords.everyday;

  it('are each there once, with other words for them', () => {
    const said = all.map((one) => one.said);
    expect(said.filter((word, index) => said.indexOf(word) !== index)).toEqual([]);
    expect(all.filter((one) => one.official.length === 0 || one.said === '')).toEqual([]);
    expect(all.filter((one) => one.official.join() === one.said)).toEqual([]);
  });

  it('are taken longest first', () => {
    const lengths = all.map((one) => one.said.length);
    expect(lengths).toEqual([...lengths].sort((one, other) => other - one));
  });

  it('cover the life of a citizen, not one catalogue', () => {
    expect(all.length).toBeGreaterThan(180);
  });

  it('are each a question, said and heard', () => {
    for (const { said, syllables } of all) {
      expect(parseQuestion(said, everydayWords)?.terms.length).toBeGreaterThan(0);
      const letters = syllables.join('').slice(0, LONGEST_QUESTION);
      expect(parseQuestion(letters, everydayWords)).not.toBeNull();
    }
  });
});
