/**
 * The runs of letters and digits of a text, full width as half width and in small letters: brackets,
 * dashes and blanks end a run, so that nothing is found across them.
 */
export function runsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** A code as people type it: with or without hyphens, in capitals or not. */
export function squeezed(code: string): string {
  return runsOf(code).join('');
}
