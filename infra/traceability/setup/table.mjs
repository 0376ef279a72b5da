// Plain JavaScript: the runner's reporter reads the tables as well as the spec.

/**
 * A test that a row names. `accepts`: what the row promises is done; `refuses`: what it forbids is not.
 * @typedef {{ readonly file: string, readonly name: string, readonly kind: 'accepts' | 'refuses' }} ClaimedTest
 */

/**
 * One line of a table: which service owes which part of a system, a law or a reaction, and what proves it.
 * @typedef {object} Row
 * @property {string} id
 * @property {string} name
 * @property {string} service
 * @property {string} state
 * @property {readonly string[]} coordinates schema coordinates that offer it: `Mutation.acceptCase Case.deadline`
 * @property {readonly ClaimedTest[]} tests `+ path/from/the/root.spec.ts › name` accepts, `- …` refuses; `;` between
 */

export const HEADER = 'id\tname\tservice\tstate\tcoordinates\ttests';

/**
 * Reads a table. Throws for a header or a line that is not of its form, naming the line.
 * @param {string} text
 * @returns {readonly Row[]}
 */
export function parseTable(text) {
  // An empty last column is a tab at the end, which is kept.
  const [header, ...lines] = text.replace(/\n+$/u, '').split('\n');
  if (header !== HEADER) throw new Error(`header is not "${HEADER}"`);
  return lines.map((line, index) => {
    const at = `line ${index + 2}`;
    const [id, name, service, state, coordinates, tests, ...rest] = line.split('\t');
    if (!id || !name || !service || !state || coordinates === undefined || tests === undefined) {
      throw new Error(`${at} lacks a column`);
    }
    if (rest.length > 0) throw new Error(`${at} has too many columns`);
    return {
      ...{ id, name, service, state },
      coordinates: coordinates.split(' ').filter((coordinate) => coordinate !== ''),
      tests: tests
        .split(/;\s*(?=[+-] )/u)
        .filter((test) => test.trim() !== '')
        .map((test) => parseTest(test.trim(), at)),
    };
  });
}

/**
 * @param {string} text
 * @param {string} at
 * @returns {ClaimedTest}
 */
function parseTest(text, at) {
  const [, sign, file, name] = /^([+-]) (\S+) › (.+)$/u.exec(text) ?? [];
  if (file === undefined || name === undefined) {
    throw new Error(`${at} names a test that is not "+ file › name" or "- file › name": ${text}`);
  }
  return { file, name, kind: sign === '+' ? 'accepts' : 'refuses' };
}
