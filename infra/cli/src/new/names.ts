/** One word or more in small letters, joined by dashes. */
const NOUN = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;
/** It stands in names of databases, streams, users and variables of the environment. */
const SERVICE = /^[a-z]+$/u;
/** Names that a type of the graph can't have, because what is generated would hide TypeScript's or graphql's own. */
const TAKEN_TYPES: ReadonlySet<string> = new Set(
  (
    'Awaited Boolean Exclude Extract Float ID Int InstanceType Maybe Mutation NonNullable Omit Parameters ' +
    'Partial Pick Query Readonly Record Required Resolver Resolvers ReturnType Scalars Subscription'
  ).split(' '),
);

/** What a noun of the templates is called, and in all its spellings what stands there instead. */
export const SAMPLE_NOUN = { noun: 'sample-matter', chinese: '示例事项' } as const;
export const SAMPLE_SERVICE = { service: 'sampleservice', chinese: '示例服务' } as const;

/** Throws a sentence when it is no noun: `field-inspection` is one. */
export function assertNoun(noun: string): void {
  if (!NOUN.test(noun)) {
    throw new Error(`"${noun}" is no noun: small letters and dashes, such as field-inspection.`);
  }
  const type = pascal(noun);
  if (TAKEN_TYPES.has(type) || type in globalThis) {
    throw new Error(`${type} is a name of the language or of GraphQL: take another noun.`);
  }
}

/**
 * Throws a sentence when it is no Chinese name. There is none that could be taken instead: it stands in the graph, and
 * what is invented there stays.
 */
export function assertChinese(
  name: string | undefined,
  flag = '--chinese',
): asserts name is string {
  if (name === undefined || !/^[\p{Script=Han}（）、]+$/u.test(name)) {
    throw new Error(
      `Say what it is called in Chinese, as a clerk would: ${flag} 现场勘查. It stands in the graph beside the English.`,
    );
  }
}

/** Throws a sentence when it is no name of a service: `archive` is one. */
export function assertServiceName(name: string): void {
  if (!SERVICE.test(name)) {
    throw new Error(`"${name}" is no name of a service: one word in small letters.`);
  }
}

/** `field-inspection`: `FieldInspection`. */
export const pascal = (noun: string): string =>
  noun
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** As English has it, as far as a rule goes: `field-inspection`, `inquiry`, `bus`. */
export function pluralOf(noun: string): string {
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/u.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Every spelling of a noun: as file, type, field, constant and in a sentence. */
const spellings = (noun: string): readonly string[] => [
  noun,
  pascal(noun),
  pascal(noun).charAt(0).toLowerCase() + pascal(noun).slice(1),
  noun.replaceAll('-', '_').toUpperCase(),
  noun.replaceAll('-', ' '),
];

/**
 * Each spelling of the templates' noun with what stands there instead, plurals first: the order in which they are
 * replaced.
 */
export function nounSpellings(
  noun: string,
  chinese: string,
): readonly (readonly [string, string])[] {
  const paired = (from: string, to: string) =>
    spellings(from).map((one, index) => [one, spellings(to)[index] ?? to] as const);
  return [
    ...paired(pluralOf(SAMPLE_NOUN.noun), pluralOf(noun)),
    ...paired(SAMPLE_NOUN.noun, noun),
    [SAMPLE_NOUN.chinese, chinese],
  ];
}

/** As `nounSpellings`, of the templates' service. */
export const serviceSpellings = (
  name: string,
  chinese: string,
): readonly (readonly [string, string])[] => [
  [SAMPLE_SERVICE.service, name],
  [pascal(SAMPLE_SERVICE.service), pascal(name)],
  [SAMPLE_SERVICE.chinese, chinese],
];
