import {
  GraphQLError,
  type GraphQLErrorOptions,
  type GraphQLFormattedError,
  type SourceLocation,
} from 'graphql';
import type { Language } from './language.ts';

export type Words = Readonly<Record<Language, string>>;

/** Stands in an error's extensions until it is known who reads it; no JSON has it. */
const WORDS = Symbol('words');
/** The code of an error that Apollo Server would give a code of its own. */
const CODE = Symbol('code');

/** An error of the graph with a stable code, told in the language of who gets it. */
export function wordedError(
  code: string,
  words: Words,
  options: Omit<GraphQLErrorOptions, 'extensions'> & {
    readonly extensions?: Readonly<Record<string, unknown>>;
  } = {},
): GraphQLError {
  const extensions = { ...options.extensions, code, [WORDS]: words, [CODE]: code };
  return new GraphQLError(words.en, { ...options, extensions });
}

/** Of an error as made and as formatted; symbols come along. */
type Extensions = Readonly<Partial<Record<string | typeof WORDS | typeof CODE, unknown>>>;

/** The code that an error was made with, else the one that it has. */
export const ownCode = (extensions: Extensions = {}): unknown =>
  extensions[CODE] ?? extensions['code'];

/** What is to be kept of extensions so that `inLanguage` finds its words. */
export const ownWords = (extensions: Extensions = {}): Extensions =>
  extensions[WORDS] === undefined ? {} : { [WORDS]: extensions[WORDS] };

export const hasWords = (extensions: Extensions = {}): boolean => extensions[WORDS] !== undefined;

export const withWords = (words: Words): Extensions => ({ [WORDS]: words });

/** The same errors in one language. Those without words of ours stay as they are. */
export const inLanguage = (
  errors: readonly GraphQLFormattedError[],
  language: Language,
): readonly GraphQLFormattedError[] =>
  errors.map((error) => {
    const { [WORDS]: words, [CODE]: _, ...extensions } = (error.extensions ?? {}) as Extensions;
    return words === undefined
      ? error
      : { ...error, message: (words as Words)[language], extensions };
  });

/** The same for one that is not formatted yet. */
export function errorInLanguage(error: GraphQLError, language: Language): GraphQLError {
  const { [WORDS]: words, [CODE]: _, ...extensions } = error.extensions as Extensions;
  if (words === undefined) return error;
  const { nodes, source, positions, path, originalError } = error;
  const about = { nodes, source, positions, path, originalError, extensions };
  const told = new GraphQLError((words as Words)[language], about as GraphQLErrorOptions);
  return error.locations === undefined ? told : Object.assign(told, { locations: error.locations });
}

/** An error as it goes from one thread to another, which no symbol does. */
export interface SentError {
  readonly message: string;
  readonly locations: readonly SourceLocation[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
  /** Of an error with words of ours. */
  readonly words?: Words;
}

/** `receiveError` makes the same of it again. */
export function sendError({ message, locations, extensions }: GraphQLError): SentError {
  const { [WORDS]: words, [CODE]: _, ...others } = extensions as Extensions;
  const sent = { message, locations, extensions: others };
  return words === undefined ? sent : { ...sent, words: words as Words };
}

/** Its places are told as they were sent: they are not looked for again in the text. */
export function receiveError({ message, locations, extensions, words }: SentError): GraphQLError {
  const error = new GraphQLError(message, {
    extensions: words === undefined ? extensions : { ...extensions, ...withWords(words) },
  });
  return locations === undefined ? error : Object.assign(error, { locations });
}
