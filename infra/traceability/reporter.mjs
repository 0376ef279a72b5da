// Holds the tables of traceability against the runner's own list of the tests that ran and passed.
import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseTable } from './setup/table.mjs';
import { unprovenRows } from './setup/unproven-rows.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));

export default class {
  #isWhole;
  #error;

  constructor({ testNamePattern }) {
    // Tests chosen by their names leave all others of a file out: nothing can be said.
    this.#isWhole = !testNamePattern;
  }

  onRunComplete(_, { testResults }) {
    if (!this.#isWhole) return;
    const rows = ['systems', 'law', 'reactions'].flatMap((table) =>
      parseTable(readFileSync(join(here, `${table}.tsv`), 'utf8')),
    );
    const results = testResults.map(({ testFilePath, testResults: tests }) => ({
      file: relative(root, testFilePath).split(sep).join('/'),
      tests,
    }));
    const unproven = unprovenRows(rows, results);
    if (unproven.length === 0) return;
    this.#error = new Error(`Rows of infra/traceability are not proved:\n${unproven.join('\n')}`);
    process.stderr.write(`\n${this.#error.message}\n`);
  }

  /** Jest fails a run whose reporter has an error. */
  getLastError() {
    return this.#error;
  }
}
