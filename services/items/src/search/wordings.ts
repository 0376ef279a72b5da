import { readingsOf, type Syllable } from './sounds.ts';
import { matchSounds } from './sound-match.ts';

/** How people speak: what they say for official words, and what they say around what they mean. */
export interface Vocabulary {
  /** Everyday words, longest first, with the official words for each and how they sound. */
  readonly everyday: readonly EverydayWord[];
  /** Said before what is meant, or behind it. */
  readonly before: readonly string[];
  readonly behind: readonly string[];
  /** Nouns of which a half is another word: 宅基地 is asked for, and 孵化基地 is no answer. */
  readonly whole: readonly string[];
  /** Bigrams that so many names have that looking them up beside others costs much and finds nothing. */
  readonly common: readonly string[];
}

export interface EverydayWord {
  readonly said: string;
  readonly official: readonly string[];
  readonly syllables: readonly Syllable[];
}

/** A vocabulary from its words; made once, for reading the sounds takes its time. */
export function createVocabulary({
  official,
  ...around
}: Omit<Vocabulary, 'everyday'> & {
  readonly official: ReadonlyMap<string, readonly string[]>;
}): Vocabulary {
  const everyday = [...official].map(([said, words]) => {
    return { said, official: words, syllables: readingsOf(said) };
  });
  const longestFirst = everyday.sort((one, other) => other.said.length - one.said.length);
  return { ...around, everyday: longestFirst };
}

/** One way to say what was typed: the pieces to find, and how near to what was typed it is (at most 1). */
export interface Wording {
  readonly pieces: readonly string[];
  readonly worth: number;
}

/** What somebody says beside an everyday word may be left out, but not for nothing. */
const WITHOUT_THE_REST = 0.85;
const MOST_WORDINGS = 24;

/** Every way to say it officially, the typed one first. */
export function wordings(text: string, vocabulary: Vocabulary): readonly Wording[] {
  const bare = withoutFillers(text, vocabulary);
  const spoken = spokenIn(bare, vocabulary);
  const translated = spoken.some(({ official }) => official.length > 0);
  const all: Wording[] = [...new Set([text, bare])].map((one) => ({ pieces: [one], worth: 1 }));
  if (!translated) return all;
  for (const pieces of combinations(spoken)) {
    const telling = pieces.filter(({ text: piece }) => lengthOf(piece) > 1);
    if (!telling.some(({ isOfficial }) => isOfficial)) continue;
    const known = telling.filter(({ isPlain }) => !isPlain);
    all.push({ pieces: textsOf(telling), worth: 1 });
    if (known.length < telling.length)
      all.push({ pieces: textsOf(known), worth: WITHOUT_THE_REST });
  }
  return all.slice(0, MOST_WORDINGS);
}

/** The everyday words that letters may be the pinyin or the initials of. */
export function wordsHeard(letters: string, { everyday }: Vocabulary): readonly string[] {
  return everyday.flatMap(({ said, syllables }) => {
    const match = matchSounds(syllables, letters);
    return match?.start === 0 && match.length === syllables.length ? [said] : [];
  });
}

/** Nothing is left of a question that is nothing but such words: then it is meant as it is. */
function withoutFillers(text: string, { before, behind }: Vocabulary): string {
  let rest = text;
  for (;;) {
    const lead = before.find((word) => rest.startsWith(word) && isLeft(rest, word));
    if (lead !== undefined) rest = rest.slice(lead.length);
    const tail = behind.find((word) => rest.endsWith(word) && isLeft(rest, word));
    if (tail !== undefined) rest = rest.slice(0, rest.length - tail.length);
    if (lead === undefined && tail === undefined) return rest;
  }
}

const isLeft = (text: string, word: string) => lengthOf(text) - lengthOf(word) >= 2;
const lengthOf = (text: string) => Array.from(text).length;

interface Piece {
  readonly text: string;
  readonly isOfficial: boolean;
  /** No everyday word: it may be left out, while an everyday word is meant. */
  readonly isPlain: boolean;
}
interface Spoken {
  readonly text: string;
  readonly official: readonly string[];
}

/** The text cut at its everyday words, the longest first wherever two begin at one place. */
function spokenIn(text: string, { everyday }: Vocabulary): readonly Spoken[] {
  const spoken: Spoken[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const word = everyday.find(({ said }) => text.startsWith(said, at));
    if (word === undefined) {
      plain += text.charAt(at);
      at += 1;
      continue;
    }
    if (plain !== '') spoken.push({ text: plain, official: [] });
    plain = '';
    spoken.push({ text: word.said, official: word.official });
    at += word.said.length;
  }
  return plain === '' ? spoken : [...spoken, { text: plain, official: [] }];
}

function combinations(spoken: readonly Spoken[]): readonly (readonly Piece[])[] {
  return spoken.reduce<readonly (readonly Piece[])[]>(
    (made, { text, official }) => {
      const choices = [
        ...official.map((one) => ({ text: one, isOfficial: true, isPlain: false })),
        { text, isOfficial: false, isPlain: official.length === 0 },
      ];
      return made
        .flatMap((pieces) => choices.map((choice) => [...pieces, choice]))
        .slice(0, MOST_WORDINGS);
    },
    [[]],
  );
}

const textsOf = (pieces: readonly Piece[]) => [...new Set(pieces.map(({ text }) => text))];
