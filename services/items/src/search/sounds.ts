import { pinyin } from 'pinyin-pro';

/** How one character may sound, the reading that its context suggests first. */
export type Syllable = readonly string[];

/** Rarer readings than these are in no name: 的 has three, 参 and 和 more. */
const MOST_READINGS = 4;

/** How a run sounds, a syllable for each character, read in its context (重庆 chong, 重点 zhong), ü as v. */
export function syllablesOf(run: string): readonly string[] {
  return pinyin(run, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
}

/**
 * How a run may sound, with every reading of a character that has several. Context alone misreads across
 * the borders of words: 个人参保 as 人参 (shen), 预付卡发卡 as 发卡 (qia), 住建行使 as 建行 (hang).
 */
export function readingsOf(run: string): readonly Syllable[] {
  const likely = syllablesOf(run);
  const characters = piecesOf(run);
  // Letters and digits are one piece each; where they don't fall together nothing can be added.
  if (characters.length !== likely.length) return likely.map((one) => [one]);
  return likely.map((first, index) => {
    const all = everyReading(characters[index] ?? '');
    return [...new Set([first, ...all])].slice(0, MOST_READINGS);
  });
}

const piecesOf = (run: string): readonly string[] =>
  run.match(/\p{Script=Han}|[^\p{Script=Han}]+/gu) ?? [];

const KNOWN = new Map<string, readonly string[]>();

function everyReading(character: string): readonly string[] {
  const known = KNOWN.get(character);
  if (known !== undefined) return known;
  const isHan = /^\p{Script=Han}$/u.test(character);
  const all = isHan
    ? pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })
    : [];
  KNOWN.set(character, all);
  return all;
}

/** The sounds of a text in one string, for keeping: runs apart by `|`, syllables by blanks, readings by `/`. */
export function soundsOf(runs: readonly string[]): string {
  return runs.map((run) => readingsOf(run).map(joined).join(' ')).join('|');
}

const joined = (syllable: Syllable) => syllable.join('/');

/** The syllables of each run again. */
export function parseSounds(sounds: string): readonly (readonly Syllable[])[] {
  return sounds.split('|').map((run) => run.split(' ').map((syllable) => syllable.split('/')));
}

/** What a text is found by when it is typed by sound: pairs of initials, and each syllable, in every reading. */
export function soundTermsOf(runs: readonly string[]): readonly string[] {
  const terms = runs.map(readingsOf).flatMap((syllables) => {
    const pairs = syllables
      .slice(1)
      .flatMap((syllable, index) => pairsOf(syllables[index] ?? [], syllable));
    return [...pairs, ...syllables.flat()];
  });
  return [...new Set(terms)].map(asSound);
}

function pairsOf(one: Syllable, other: Syllable): readonly string[] {
  return one.flatMap((first) => other.map((second) => `${first.charAt(0)}${second.charAt(0)}`));
}

/** Set apart from grams of letters that are written so in a name. */
export const asSound = (letters: string): string => `~${letters}`;
