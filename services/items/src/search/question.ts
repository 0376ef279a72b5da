import { bigramsOf, runsOf } from '@onewindow/kernel';
import { codePartFor } from './code-parts.ts';
import { soundTermsFor } from './sound-match.ts';
import { squeezed } from './squeezed.ts';
import { wordings, wordsHeard, type Vocabulary, type Wording } from './wordings.ts';

/** A part of what somebody asked for, in every way in which it may be said. */
export interface QuestionPart {
  /** As typed. */
  readonly text: string;
  readonly wordings: readonly Wording[];
  /** Words in it that are found whole or not at all. */
  readonly whole: readonly string[];
  /** Letters that may be pinyin or initials. */
  readonly letters?: string;
  /** What may be (a part of) a code, without hyphens. */
  readonly code?: string;
}

export interface Question {
  readonly parts: readonly QuestionPart[];
  /** All terms to look up, each once. */
  readonly terms: readonly string[];
}

export const LONGEST_QUESTION = 60;
/** More would be no question any more. */
const MOST_TERMS = 200;
const CODE = /^(?=.*\d)[a-z\d]{3,}$/u;

/** What was typed, understood; null when there is nothing in it to look for. */
export function parseQuestion(typed: string, vocabulary: Vocabulary): Question | null {
  const parts = tokensOf(typed).map((text) => partOf(text, vocabulary));
  if (parts.length === 0) return null;
  const terms = parts.flatMap(({ wordings: said, letters, code }) => [
    ...said.flatMap(({ pieces }) => tellingOf(pieces.flatMap(bigramsOf), vocabulary)),
    ...(letters === undefined ? [] : soundTermsFor(letters)),
    ...(code === undefined ? [] : [codePartFor(code)]),
  ]);
  return { parts, terms: [...new Set(terms)].slice(0, MOST_TERMS) };
}

function tellingOf(grams: readonly string[], { common }: Vocabulary): readonly string[] {
  const telling = grams.filter((gram) => !common.includes(gram));
  return telling.length === 0 ? grams : telling;
}

function partOf(text: string, vocabulary: Vocabulary): QuestionPart {
  if (/^[a-z]+$/u.test(text)) {
    const heard = wordsHeard(text, vocabulary).flatMap((word) => wordings(word, vocabulary));
    return { text, letters: text, whole: [], wordings: [{ pieces: [text], worth: 1 }, ...heard] };
  }
  const said = wordings(text, vocabulary);
  const whole = vocabulary.whole.filter((word) => text.includes(word));
  return { text, whole, wordings: said, ...(CODE.test(text) && { code: text }) };
}

/** Codes stay whole, letters that follow each other belong together, and so do Chinese with its digits. */
function tokensOf(typed: string): readonly string[] {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/u);
  const tokens: string[] = [];
  for (const word of words) {
    if (CODE.test(squeezed(word))) {
      tokens.push(squeezed(word));
      continue;
    }
    for (const token of runsOf(word).flatMap((run) => run.match(/[a-z]+|[^a-z]+/gu) ?? [])) {
      const before = tokens.at(-1);
      const joins = /^[a-z]+$/u.test(token) && before !== undefined && /^[a-z]+$/u.test(before);
      if (joins) tokens[tokens.length - 1] = before + token;
      else tokens.push(token);
    }
  }
  return tokens;
}
