import { pinyin } from 'pinyin-pro';

/** How a run sounds, a syllable for each character, read in its context (重庆 chong, 重点 zhong), ü as v. */
export function syllablesOf(run: string): readonly string[] {
  return pinyin(run, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
}

/** The sounds of a text in one string, for keeping. */
export function soundsOf(runs: readonly string[]): string {
  return runs.map((run) => syllablesOf(run).join(' ')).join('|');
}

/** The syllables of each run again. */
export function parseSounds(sounds: string): readonly (readonly string[])[] {
  return sounds.split('|').map((run) => run.split(' '));
}

/** What a text is found by when it is typed by sound: pairs of initials, and each syllable. */
export function soundTermsOf(runs: readonly string[]): readonly string[] {
  const terms = runs.map(syllablesOf).flatMap((syllables) => {
    const pairs = syllables.slice(1).map((syllable, index) => {
      return `${(syllables[index] ?? '').charAt(0)}${syllable.charAt(0)}`;
    });
    return [...pairs, ...syllables];
  });
  return [...new Set(terms)].map(asSound);
}

/** Set apart from grams of letters that are written so in a name. */
export const asSound = (letters: string): string => `~${letters}`;
