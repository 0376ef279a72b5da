/** Division, birthday, serial number and check character of a citizen's ID number (GB 11643). */
const ID_NUMBER = String.raw`\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]`;
const STANDING_ALONE = new RegExp(String.raw`(?<!\d)${ID_NUMBER}(?![\dXx])`, 'u');
const ANYWHERE = new RegExp(ID_NUMBER, 'u');

/**
 * Whether a text that somebody wrote holds what looks like an ID number. The check character is not asked: a mistyped
 * number is a person's all the same. The birthday is, so that a credit code of digits alone is no ID number.
 */
export const holdsIdNumber = (text: string): boolean => STANDING_ALONE.test(text.normalize('NFKC'));

/**
 * Whether the number of a certificate is made of its holder's ID number, as a driving licence's is: with whatever
 * stands before or behind it. Blanks between are passed over; a number with dashes (450102-20260918-0001) is one of
 * the issuer's own. Where it can't be told apart it counts as an ID number, and only the number stays untold.
 */
export const isMadeOfIdNumber = (number: string): boolean =>
  ANYWHERE.test(number.normalize('NFKC').replaceAll(/\s/gu, ''));
