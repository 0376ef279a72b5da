/**
 * What the runner tells of one test file.
 * @typedef {object} FileResult
 * @property {string} file from the root, with slashes
 * @property {readonly { readonly title: string, readonly status: string }[]} tests
 */

/**
 * The done rows whose tests have not passed in this run: they were skipped, failed or are not there. Of a test file
 * that did not run nothing is said, so that a part of the tests can be run alone.
 * @param {readonly import('./table.mjs').Row[]} rows
 * @param {readonly FileResult[]} results
 * @returns {readonly string[]} a sentence each
 */
export function unprovenRows(rows, results) {
  const ran = new Map(results.map(({ file, tests }) => [file, tests]));
  return rows
    .filter(({ state }) => state === 'done')
    .flatMap(({ id, service, tests }) =>
      tests.flatMap(({ file, name }) => {
        const found = ran.get(file)?.filter(({ title }) => title === name);
        if (found === undefined) return [];
        const at = `${id} (${service}) names ${file} › ${name}`;
        if (found.length === 0) return [`${at}, which is not there`];
        const other = found.find(({ status }) => status !== 'passed');
        return other === undefined ? [] : [`${at}, which is ${other.status} and has not passed`];
      }),
    );
}
