import { randomInt } from 'node:crypto';

/** Without what is mistaken for another when read aloud: 0 O 1 I L U. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/** A code of 49 bits that opens `caseProgress` together with the number on the receipt. */
export function newQueryCode(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
