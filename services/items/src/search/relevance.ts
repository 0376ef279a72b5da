import { bigramsOf, gramsOf, runsOf } from '@onewindow/kernel';
import type { Question, QuestionPart } from './question.ts';
import { matchSounds } from './sound-match.ts';
import { parseSounds } from './sounds.ts';
import { squeezed } from './squeezed.ts';

/** What may be what somebody means. */
export interface Findable {
  readonly title: string;
  readonly others: readonly string[];
  readonly codes: readonly string[];
  readonly sounds: string;
}

/** How well something fits, and why. */
export interface Relevance {
  /** Between 0 and 1: how much of the question is in it, rare words counting for more. */
  readonly coverage: number;
  /** Between 0 and 1: how much of its title, explanations left out, the question says. */
  readonly tightness: number;
  /** The question stands in the title in one piece; best at its beginning. */
  readonly standing: 'BEGINNING' | 'WITHIN' | 'SCATTERED';
  /** The words of the question, as official as they fit best. */
  readonly said: string;
}

/** What is in but one of the others: a result, not the matter itself. */
const OTHER_NAME = 0.7;

/** How relevant each is. Rarity is counted over all of them: who is found shares a term with the question. */
export function relevanceFor(question: Question, all: readonly Findable[]) {
  const weigh = rarity(all);
  return (one: Findable): Relevance => {
    const read = readable(one);
    const fits = question.parts.map((part) => bestFit(part, read, weigh));
    const weights = question.parts.map(({ text }) => text.length);
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = (of: (fit: Relevance) => number) =>
      fits.reduce((sum, fit, index) => sum + of(fit) * (weights[index] ?? 0), 0) / whole;
    return {
      coverage: mean(({ coverage }) => coverage),
      tightness: Math.min(
        1,
        fits.reduce((sum, { tightness }) => sum + tightness, 0),
      ),
      standing: fits[0]?.standing ?? 'SCATTERED',
      said: fits.map(({ said }) => said).join(' '),
    };
  };
}

interface Readable {
  readonly findable: Findable;
  readonly runs: readonly string[];
  readonly grams: ReadonlySet<string>;
  readonly otherGrams: ReadonlySet<string>;
  readonly core: string;
}
type Weigh = (gram: string) => number;

function readable(findable: Findable): Readable {
  const runs = runsOf(findable.title);
  return {
    findable,
    runs,
    grams: gramSet(runs),
    otherGrams: gramSet(findable.others.flatMap(runsOf)),
    core: runsOf(withoutExplanations(findable.title)).join(''),
  };
}

const gramSet = (runs: readonly string[]) => new Set(gramsOf(runs));

/** 居民身份证办理（包括临时） is about 居民身份证办理. */
const withoutExplanations = (title: string) => title.normalize('NFKC').replace(/\([^()]*\)/gu, ' ');

function rarity(all: readonly Findable[]): Weigh {
  const holders = new Map<string, number>();
  for (const { title, others } of all)
    for (const gram of gramSet([title, ...others].flatMap(runsOf)))
      holders.set(gram, (holders.get(gram) ?? 0) + 1);
  // What nobody has tells nobody apart: it counts for as little as what all have.
  return (gram) => Math.log(1 + all.length / (holders.get(gram) ?? all.length));
}

function bestFit(part: QuestionPart, one: Readable, weigh: Weigh): Relevance {
  const torn = new Set(
    part.whole
      .filter((word) => !one.runs.some((run) => run.includes(word)))
      .flatMap((word) => bigramsOf(word)),
  );
  const fits = [
    ...part.wordings.map((wording) => fitOfWords(wording, { one, weigh, torn })),
    ...(part.letters === undefined ? [] : fitOfSounds(part.letters, one)),
    ...(part.code === undefined ? [] : fitOfCode(part.code, one)),
  ];
  return fits.reduce((best, fit) => (isBetter(fit, best) ? fit : best), NOTHING);
}

/** The way to say it that has most of it in the item; how well that stands there decides between equals. */
function isBetter(one: Relevance, other: Relevance): boolean {
  const more = one.coverage - other.coverage;
  return Math.abs(more) > 0.01 ? more > 0 : meritOf(one) > meritOf(other);
}

const NOTHING: Relevance = { coverage: 0, tightness: 0, standing: 'SCATTERED', said: '' };

/** One number to compare fits by; coverage before all else. */
export function meritOf({ coverage, tightness, standing }: Relevance): number {
  return coverage * 10 + tightness * 4 + STANDINGS[standing];
}
const STANDINGS = { BEGINNING: 2, WITHIN: 1, SCATTERED: 0 } as const;

function fitOfWords(
  { pieces, worth }: QuestionPart['wordings'][number],
  { one, weigh, torn }: { one: Readable; weigh: Weigh; torn: ReadonlySet<string> },
): Relevance {
  const grams = [...new Set(pieces.flatMap(bigramsOf))];
  const sum = (of: readonly string[]) => of.reduce((total, gram) => total + weigh(gram), 0);
  const found = grams.filter((gram) => one.grams.has(gram) && !torn.has(gram));
  const elsewhere = grams.filter((gram) => !one.grams.has(gram) && one.otherGrams.has(gram));
  const isWhole = pieces.every((piece) => one.runs.some((run) => run.includes(piece)));
  const [first = ''] = pieces;
  return {
    coverage: (worth * (sum(found) + OTHER_NAME * sum(elsewhere))) / (sum(grams) || 1),
    tightness: coveredShare(one.core, found),
    standing: !isWhole ? 'SCATTERED' : one.core.startsWith(first) ? 'BEGINNING' : 'WITHIN',
    said: pieces.join(''),
  };
}

function coveredShare(core: string, found: readonly string[]): number {
  const covered = new Set<number>();
  for (const gram of found)
    for (let at = core.indexOf(gram); at >= 0; at = core.indexOf(gram, at + 1))
      for (let offset = 0; offset < gram.length; offset += 1) covered.add(at + offset);
  return core === '' ? 0 : covered.size / core.length;
}

function fitOfSounds(letters: string, { findable, core }: Readable): readonly Relevance[] {
  return parseSounds(findable.sounds).flatMap((syllables, run) => {
    const match = matchSounds(syllables, letters);
    if (match === null) return [];
    return {
      coverage: 1,
      tightness: Math.min(1, match.length / (core.length || 1)),
      standing: run === 0 && match.start === 0 ? 'BEGINNING' : 'WITHIN',
      said: letters,
    };
  });
}

function fitOfCode(code: string, { findable }: Readable): readonly Relevance[] {
  return findable.codes.map(squeezed).flatMap((other) => {
    if (!other.includes(code)) return [];
    return {
      coverage: 1,
      tightness: code.length / other.length,
      standing: other.startsWith(code) ? 'BEGINNING' : 'WITHIN',
      said: code,
    };
  });
}
