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

/** Every two neighbouring characters of a run, by which it is looked up; of a single character itself. */
export function bigramsOf(run: string): readonly string[] {
  const characters = Array.from(run);
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** What a text is found by: its bigrams, and each character for whoever types but one. */
export function gramsOf(runs: readonly string[]): readonly string[] {
  return [...new Set(runs.flatMap((run) => [...Array.from(run), ...bigramsOf(run)]))];
}
