// `npm test`: makes the workspace ready, then runs every test of it. What follows `--` goes to Jest.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './setup/prepare.mjs';
import { runGuarded } from './setup/process-edge.mjs';
import { createProgress } from './setup/progress.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What Jest prints, the slowest files, and whether what is claimed to be tested was. */
const REPORTERS = [
  'default',
  join(root, 'infra', 'local', 'slow-files-reporter.mjs'),
  join(root, 'infra', 'traceability', 'reporter.mjs'),
];

await runGuarded(async ({ guard, atEnd, end }) => {
  const { state } = await prepare({ root, guard, progress: createProgress() }, process.env);
  // Whatever the tests leave in the temporary folder goes with it.
  const temporary = join(state, 'tmp', `test-${process.pid}`);
  mkdirSync(temporary, { recursive: true });
  const { child, closed } = startJest(state, temporary);
  guard.add(child.pid);
  atEnd(async () => {
    child.kill('SIGTERM');
    await closed;
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  });
  await end(await closed);
});

/** All projects in one Jest, so that its workers are shared. */
function startJest(state, temporary) {
  const args = [
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    ...['--projects', ...testedFolders()],
    // A test project's own time limit is not heeded in a run of many.
    ...['--testTimeout', '120000'],
    // What a failed test has left running must not keep CI waiting; the guard ends it.
    '--forceExit',
    ...['--maxWorkers', '2', '--cacheDirectory', join(state, 'jest')],
    ...['--testSequencer', join(root, 'infra', 'local', 'test-sequencer.mjs')],
    ...REPORTERS.flatMap((reporter) => ['--reporters', reporter]),
    ...(process.env.CI === undefined ? [] : ['--ci']),
    ...process.argv.slice(2),
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      APOLLO_TELEMETRY_DISABLED: '1',
      ...Object.fromEntries(['TMPDIR', 'TEMP', 'TMP'].map((name) => [name, temporary])),
    },
  });
  const closed = new Promise((done) => child.once('close', (status) => done(status ?? 1)));
  return { child, closed };
}

function testedFolders() {
  return ['libs', 'services', 'infra']
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(parent, name)))
    .concat('gateway')
    .filter((folder) => existsSync(join(root, folder, 'jest.config.mjs')));
}
