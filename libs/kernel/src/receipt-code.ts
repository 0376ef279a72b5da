import { officialCode } from './official-code.ts';

/** Dashes of any kind, as keyboards and phones write them. */
const DASHES = /[\p{Dash_Punctuation}\u2212]+/gu;
const BLANKS = /\s+/gu;

/** A receipt number as it is on receipts, however it was typed: in capitals, plain dashes, no blanks. */
export const receiptNumberOf = (typed: string): string =>
  officialCode(typed).replaceAll(DASHES, '-').replaceAll(BLANKS, '');

/**
 * A query code as it was given, however it was typed: what is written between its letters to read it more easily,
 * blanks and dashes of any kind, counts for nothing.
 */
export const queryCodeAsGiven = (typed: string): string =>
  officialCode(typed).replaceAll(DASHES, '').replaceAll(BLANKS, '');
