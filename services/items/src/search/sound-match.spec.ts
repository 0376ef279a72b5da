import { matchSounds, soundTermsFor } from './sound-match.ts';
import { readingsOf, soundTermsOf } from './sounds.ts';

const NAME = '居民身份证办理';

describe('letters', () => {
  it.each(['shenfenzheng', 'sfz', 'shenfz', 'sfzheng', 'shfz', 'shenfenzhe'])(
    'fit the syllables they stand for: %s',
    (letters) => {
      expect(matchSounds(readingsOf(NAME), letters)).toEqual({ start: 2, length: 3 });
    },
  );

  it.each(['sfh', 'shenzheng', 'fensheng', 'zz'])('fit nothing else: %s', (letters) => {
    expect(matchSounds(readingsOf(NAME), letters)).toBeNull();
  });

  it('may be read in two ways', () => {
    expect(matchSounds([['xi'], ['an']], 'xian')).toEqual({ start: 0, length: 2 });
    expect(matchSounds([['xian']], 'xian')).toEqual({ start: 0, length: 1 });
  });

  it.each([
    ['居民身份证', ['jmsfz', 'sfz', 'shenfenzheng', 'juminshenfenzheng', 'jumin', 'fenzheng']],
    ['西安饭馆', ['xian', 'xianfanguan', 'fg', 'fanguan', 'xa', 'anfan']],
    ['能源安全', ['ny', 'nengyuan', 'yuananquan', 'anquan', 'nengyuananquan', 'yaq']],
    ['儿童', ['er', 'ertong', 'et']],
    ['水', ['shui']],
  ])('look up a name that they fit: %s', (name, typed) => {
    const kept = new Set(soundTermsOf([name]));
    for (const letters of typed) {
      expect(matchSounds(readingsOf(name), letters)).not.toBeNull();
      expect(soundTermsFor(letters).filter((term) => kept.has(term))).not.toEqual([]);
    }
  });

  it('look up little: each term costs', () => {
    expect(soundTermsFor('sfz')).toEqual(['~sf']);
    expect(soundTermsFor('juzhuzheng').length).toBeLessThanOrEqual(2);
  });
});
