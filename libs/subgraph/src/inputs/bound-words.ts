import type { Language } from '../language.ts';

/** A bound that an input does not keep: what it is, and how many there are. */
export interface BrokenBound {
  readonly limit: number | bigint;
  readonly found: number;
}
type Words = Readonly<Record<Language, (broken: BrokenBound) => string>>;

/** How the bounds of `@constraint` are told, and those that a schema of ours sets. */
export const boundWords = {
  minLength: {
    en: ({ limit }) =>
      Number(limit) === 1
        ? 'Nothing that can be read is written here.'
        : `At least ${limit} characters are wanted.`,
    zh: ({ limit }) => (Number(limit) === 1 ? '不能为空。' : `至少填写${limit}个字符。`),
  },
  maxLength: {
    en: ({ limit, found }) => `At most ${limit} characters are taken; there are ${found}.`,
    zh: ({ limit, found }) => `最多${limit}个字符，现有${found}个。`,
  },
  minItems: {
    en: ({ limit }) => `At least ${limit} must be named.`,
    zh: ({ limit }) => `至少填写${limit}项。`,
  },
  maxItems: {
    en: ({ limit, found }) => `At most ${limit} are taken at once; there are ${found}.`,
    zh: ({ limit, found }) => `一次最多${limit}项，现有${found}项。`,
  },
} as const satisfies Readonly<Record<string, Words>>;
