/**
 * How a text is read that somebody typed or pasted. `line`: a name, a title; breaks become blanks. `text`:
 * prose, in which breaks stay. `phone`: a telephone number. `code`: an ID number, a receipt, any official
 * code; it has no blanks at all. `opaque`: what a program gave, a cursor; never touched.
 */
export const TEXT_FORMS = ['line', 'text', 'phone', 'code', 'opaque'] as const;
export type TextForm = (typeof TEXT_FORMS)[number];

/** Control and format characters (zero width, direction marks), lone surrogates, what is no character. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
const BREAKS = /\r\n?|[\u0085\u2028\u2029]/gu;
const LETTERS_AND_DIGITS = /[\p{L}\p{Nd}]+/gu;
/** What an input method or a word processor makes of `-`. */
const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/gu;
const BLANKS = /\s+/gu;

/** The text as it is kept: the same for all ways to type it, and empty when nothing of it can be seen. */
export function normalText(text: string, form: TextForm): string {
  switch (form) {
    case 'opaque':
      return text;
    case 'line':
      return seen(halfWidth(text)).replace(BLANKS, ' ').trim();
    case 'text':
      return seen(halfWidth(text))
        .replace(/[^\S\n]*\n/gu, '\n')
        .trim();
    case 'phone':
      return plain(text).replace(BLANKS, ' ').trim();
    case 'code':
      return plain(text).replace(BLANKS, '');
  }
}

/** For comparing what two people wrote of the same thing: without case, widths, ways of dashes and blanks. */
export function comparableText(text: string): string {
  return plain(text)
    .replace(/[\u00b7\u2022\u2027\u30fb]/gu, '·')
    .replace(BLANKS, ' ')
    .trim()
    .toUpperCase();
}

/**
 * Letters and digits by NFKC, so that `Ａ１` is `A1`; all else stays as it is written. NFKC of everything
 * would make `（一）` to `(一)`, `，` to `,` and `①` to `1`, in official names and in prose.
 */
function halfWidth(text: string): string {
  return text.normalize('NFC').replace(LETTERS_AND_DIGITS, (run) => run.normalize('NFKC'));
}

const seen = (text: string) => text.replace(BREAKS, '\n').replace(UNSEEN, '');
const plain = (text: string) => seen(text.normalize('NFKC')).replace(DASHES, '-');
