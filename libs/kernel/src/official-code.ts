/**
 * An official code as it is compared and stored: full width as half width, in capitals, no blanks around.
 * `511a-1` and `５１１Ａ－１` are the code `511A-1`.
 */
export function officialCode(typed: string): string {
  return typed.normalize('NFKC').trim().toUpperCase();
}

/**
 * How a code may have been stored before codes were compared in one spelling: the official spelling
 * first, then as it was typed, then in small letters; each once.
 */
export function spellingsOf(typed: string): readonly string[] {
  const code = officialCode(typed);
  return [...new Set([code, typed.trim(), code.toLowerCase()])];
}
