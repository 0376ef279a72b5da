import { limitError } from '@onewindow/subgraph';
import type { GraphQLError } from 'graphql';

/** The most characters of an operation's text: twenty times the longest of our own. */
export const LONGEST_TEXT = 100_000;

/** What is longer is not even parsed: a token costs little, and so do a million blanks, but not nothing. */
export const tooLongText = (text: unknown): GraphQLError | undefined =>
  typeof text === 'string' && text.length > LONGEST_TEXT
    ? limitError('TEXT_LIMIT', { limit: LONGEST_TEXT, found: text.length })
    : undefined;
