/** Lines that are put behind the first line that matches. Throws, with the file's name, when none does. */
export const insertBehind =
  (path: string, line: RegExp, added: string) =>
  (text: string): string => {
    const lines = text.split('\n');
    const at = lines.findIndex((one) => line.test(one));
    if (at === -1) throw new Error(`${path} has no line like ${line.source}: write it by hand.`);
    return [...lines.slice(0, at + 1), ...added.trimEnd().split('\n'), ...lines.slice(at + 1)].join(
      '\n',
    );
  };

/** An import, behind the others. */
export const addImport =
  (path: string, added: string) =>
  (text: string): string => {
    const lines = text.split('\n');
    const last = lines.findLastIndex((line) => /^(?:import .*|\} )from '.*';$/u.test(line));
    if (last === -1) throw new Error(`${path} has no import.`);
    return [...lines.slice(0, last + 1), added, ...lines.slice(last + 1)].join('\n');
  };

/**
 * The rows of a template's table in the columns of the real one. Throws when the real one has a column that the
 * template says nothing of.
 */
export function rowsFor(path: string, real: string, template: string): readonly string[] {
  const wanted = real.split('\n')[0]?.split('\t') ?? [];
  const [heading = '', ...rows] = template.trimEnd().split('\n');
  const own = heading.split('\t');
  const unsaid = wanted.filter((column) => !own.includes(column));
  if (unsaid.length > 0) {
    throw new Error(`The template of ${path} says nothing of ${unsaid.join(', ')}.`);
  }
  return rows.map((row) => {
    const cells = row.split('\t');
    return wanted.map((column) => cells[own.indexOf(column)] ?? '').join('\t');
  });
}
