import { asSound, type Syllable } from './sounds.ts';

/** Where in a run of syllables something typed is heard. */
export interface SoundMatch {
  readonly start: number;
  readonly length: number;
}

/**
 * The first place where the letters fit the syllables from one on, each of them whole or by its initial
 * (`shenfenzheng`, `sfz`, `shenfz`), in any of its readings; the last one may be typed in part. Null where
 * there is none.
 */
export function matchSounds(syllables: readonly Syllable[], letters: string): SoundMatch | null {
  for (let start = 0; start < syllables.length; start += 1) {
    const length = fitting(syllables, letters, start);
    if (length !== null) return { start, length };
  }
  return null;
}

function fitting(syllables: readonly Syllable[], letters: string, at: number): number | null {
  const syllable = syllables[at];
  if (syllable === undefined) return null;
  if (syllable.some((reading) => reading.startsWith(letters))) return 1;
  for (const head of new Set(syllable.flatMap(headsOf))) {
    if (head === '' || !letters.startsWith(head)) continue;
    const rest = fitting(syllables, letters.slice(head.length), at + 1);
    if (rest !== null) return rest + 1;
  }
  return null;
}

/** What somebody may type of a reading before he goes on with the next syllable. */
function headsOf(reading: string): readonly string[] {
  const initials = /^[zcs]h/u.test(reading) ? [reading.slice(0, 2)] : [];
  return [reading, ...initials, reading.charAt(0)];
}

/** Letters that can only begin a syllable; of the others n, g, r and h can end one, or go on with it. */
const BEGINS = /[bpmfdtlkjqxzcsyw]/u;
const MAY_BEGIN = /[bpmfdtlkjqxzcsywngrhaeo]/u;

/**
 * What to look up for letters that somebody typed. Whatever they are read as, one of these is in it: the
 * initial at some place with each of those that can follow it. The place with the fewest is taken, for
 * every term costs; `matchSounds` decides about what is found.
 */
export function soundTermsFor(letters: string): readonly string[] {
  const all = Array.from(letters);
  const places = all.flatMap((letter, at) =>
    at === 0 || BEGINS.test(letter) ? [followersOf(all, at)] : [],
  );
  const [first = []] = places;
  const ended = places.filter(({ length }) => length > 0);
  // Without a letter that must begin another syllable, they may all be one.
  const isOne = places.length === 1;
  const fewest = ended.reduce((best, one) => (one.length < best.length ? one : best), first);
  return [...new Set(isOne ? [letters, ...first] : fewest)].map(asSound);
}

/** The pairs of initials that can begin at a place, up to the next letter that must begin a syllable. */
function followersOf(letters: readonly string[], at: number): readonly string[] {
  const behind = letters.slice(at + 1);
  const next = behind.findIndex((letter) => BEGINS.test(letter));
  if (next < 0 && at > 0) return [];
  const reach = next < 0 ? behind : behind.slice(0, next + 1);
  return reach
    .filter((letter) => MAY_BEGIN.test(letter))
    .map((letter) => `${letters[at] ?? ''}${letter}`);
}
