/**
 * How long one test file took.
 * @typedef {{ readonly file: string, readonly project: string, readonly seconds: number }} FileTime
 */

/**
 * The slowest test files and the sum of each project, dearest first, as lines to print.
 * @param {readonly FileTime[]} times
 * @param {number} count how many files
 * @returns {readonly string[]}
 */
export function slowFiles(times, count) {
  const files = [...times].sort(dearestFirst).slice(0, count);
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const { project, seconds } of times) {
    sums.set(project, (sums.get(project) ?? 0) + seconds);
  }
  const projects = [...sums].map(([project, seconds]) => ({ project, seconds })).sort(dearestFirst);
  return [
    `The ${files.length} slowest test files, in seconds:`,
    ...files.map(({ file, seconds }) => `${inColumn(seconds)}  ${file}`),
    'Seconds by project, all workers together:',
    ...projects.map(({ project, seconds }) => `${inColumn(seconds)}  ${project}`),
  ];
}

/**
 * @param {{ readonly seconds: number }} one
 * @param {{ readonly seconds: number }} other
 */
const dearestFirst = (one, other) => other.seconds - one.seconds;

/** @param {number} seconds */
const inColumn = (seconds) => seconds.toFixed(1).padStart(8);
