/** Nothing that JSON writes in another way than it is: quotes, backslashes, control characters, halves of a pair. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** A string as JSON. Most are plain, and looking is quicker than writing; `isPlain` says that this one is. */
export const jsonString = (text: string, isPlain = false): string =>
  isPlain || PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
