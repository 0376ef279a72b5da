/** Nothing that JSON writes in another way than it is: quotes, backslashes, control characters, halves of a pair. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** A string as JSON. Most are plain, and looking is quicker than writing. */
export const jsonString = (text: string): string =>
  PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
