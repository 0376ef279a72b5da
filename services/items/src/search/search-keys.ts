import { gramsOf, runsOf } from '@onewindow/kernel';
import { codePartsOf } from './code-parts.ts';
import { soundsOf, soundTermsOf } from './sounds.ts';

/** What something is found by; a pure function of what it is called. */
export interface SearchKeys {
  /** For the index: bigrams and characters, sounds (`~`) and parts of codes (`#`), each once. */
  readonly terms: readonly string[];
  /** How its title sounds: runs apart by `|`, syllables by blanks. */
  readonly sounds: string;
}

/** A title, other names for the same thing, and codes. */
export interface Named {
  readonly title: string;
  readonly others: readonly string[];
  readonly codes: readonly string[];
}

export function searchKeysOf({ title, others, codes }: Named): SearchKeys {
  const runs = runsOf(title);
  return {
    terms: [
      ...gramsOf([...runs, ...others.flatMap(runsOf)]),
      ...soundTermsOf(runs),
      ...new Set(codes.flatMap(codePartsOf)),
    ],
    sounds: soundsOf(runs),
  };
}
