/** One line of a table: which service owes which part of a system, a law or a reaction, and what proves it. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly state: string;
  /** Schema coordinates that offer it: `Mutation.acceptCase Case.deadline`. */
  readonly coordinates: readonly string[];
  /** `path/from/the/root.spec.ts › name of the test`. */
  readonly tests: readonly string[];
}

export const HEADER = 'id\tname\tservice\tstate\tcoordinates\ttests';

/** Reads a table. Throws for a header or a line that is not of its form, naming the line. */
export function parseTable(text: string): readonly Row[] {
  // An empty last column is a tab at the end, which is kept.
  const [header, ...lines] = text.replace(/\n+$/u, '').split('\n');
  if (header !== HEADER) throw new Error(`header is not "${HEADER}"`);
  return lines.map((line, index) => {
    const [id, name, service, state, coordinates, tests, ...rest] = line.split('\t');
    if (!id || !name || !service || !state || coordinates === undefined || tests === undefined) {
      throw new Error(`line ${index + 2} lacks a column`);
    }
    if (rest.length > 0) throw new Error(`line ${index + 2} has too many columns`);
    return {
      id,
      name,
      service,
      state,
      coordinates: coordinates.split(' ').filter((coordinate) => coordinate !== ''),
      tests: tests
        .split(';')
        .map((test) => test.trim())
        .filter((test) => test !== ''),
    };
  });
}
