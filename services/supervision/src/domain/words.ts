/** Nothing is said: what must have words is refused with `WordsRequired`. */
export const isBlank = (text: string): boolean => text.trim() === '';
