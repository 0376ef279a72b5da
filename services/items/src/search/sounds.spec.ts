import { parseSounds, readingsOf, soundsOf, soundTermsOf, syllablesOf } from './sounds.ts';

describe('the sound of a name', () => {
  it.each([
    ['重庆', 'chong qing'],
    ['重点工程', 'zhong dian gong cheng'],
    ['银行', 'yin hang'],
    ['行政审批', 'xing zheng shen pi'],
    ['人民调解', 'ren min tiao jie'],
    ['调查', 'diao cha'],
    ['参保', 'can bao'],
    ['校验', 'jiao yan'],
    ['重新申报', 'chong xin shen bao'],
    ['旅馆', 'lv guan'],
    ['1000人', '1000 ren'],
  ])('of %s is %s: a character with several readings is read in its context', (run, sound) => {
    expect(syllablesOf(run).join(' ')).toBe(sound);
  });

  it('is kept run by run and comes back as it was', () => {
    const sounds = soundsOf(['户口', '迁移']);
    expect(sounds).toBe('hu kou|qian yi');
    expect(parseSounds(sounds)).toEqual([
      [['hu'], ['kou']],
      [['qian'], ['yi']],
    ]);
  });

  it.each([
    ['个人参保', 2, ['shen', 'can']],
    ['卡发卡企业', 2, ['qia', 'ka']],
    ['住建行使', 2, ['hang', 'xing']],
    ['种林的确定', 2, ['di', 'de']],
    ['特种行业', 2, ['hang', 'xing']],
  ])('of a character of %s has every reading, also the right one', (run, at, readings) => {
    expect(readingsOf(run)[at]).toEqual(expect.arrayContaining(readings));
  });

  it('has few readings, and one for letters and digits', () => {
    expect(
      readingsOf('ktv1000人和参')
        .map(({ length }) => length)
        .every((one) => one <= 4),
    ).toBe(true);
    expect(readingsOf('1000人')[0]).toEqual(['1000']);
  });

  it('is looked up by pairs of initials and by syllables, apart from letters in a name', () => {
    expect(soundTermsOf(['户口证'])).toEqual(['~hk', '~kz', '~hu', '~kou', '~zheng']);
    expect(soundTermsOf(['人参'])).toEqual(expect.arrayContaining(['~rs', '~rc', '~shen', '~can']));
  });
});
