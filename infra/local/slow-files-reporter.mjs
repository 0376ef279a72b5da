// Prints at the end of a run which test files took longest.
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { slowFiles } from './setup/slow-files.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const COUNT = 15;

export default class {
  onRunComplete(_, { testResults }) {
    const times = testResults.map(({ testFilePath, displayName, perfStats }) => ({
      file: relative(root, testFilePath),
      project: displayName?.name ?? '',
      seconds: perfStats.runtime / 1_000,
    }));
    // Where Jest itself reports: its standard output may be JSON.
    process.stderr.write(`\n${slowFiles(times, COUNT).join('\n')}\n`);
  }
}
