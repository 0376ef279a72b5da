import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const RUN = join(dirname(dirname(dirname(__dirname))), '.ci', 'run');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onewindow-ci-'));
  mkdirSync(join(root, '.ci'));
  mkdirSync(join(root, 'bin'));
  cpSync(RUN, join(root, '.ci', 'run'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A tool of that name in the place of the real one. */
const tool = (name: string, script: string) => {
  writeFileSync(join(root, 'bin', name), `#!/usr/bin/env bash\n${script}\n`, { mode: 0o755 });
};
const tests = (report: object | undefined, code: number) => {
  const text = report === undefined ? '' : JSON.stringify(report);
  tool('npm', `[ -n '${text}' ] && echo '${text}' > .onewindow/ci/jest.json; exit ${code}`);
};
const run = () => {
  const { stdout, status } = spawnSync(join(root, '.ci', 'run'), {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(root, 'bin')}:${process.env['PATH'] ?? ''}` },
  });
  return { status, last: stdout.trimEnd().split('\n').at(-1), stdout };
};
const green = { numPassedTests: 5, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };

beforeEach(() => {
  tool('npx', 'exit 0');
  tool('git', 'exit 0');
});

it('counts each test and each other check', () => {
  tests(green, 0);
  expect(run()).toMatchObject({ status: 0, last: '11 passed, 0 failed' });
});

it('runs every check whatever became of those before, and fails when one did', () => {
  tests({ ...green, numFailedTests: 2, numRuntimeErrorTestSuites: 1 }, 1);
  tool('npx', 'case "$*" in *lint*) exit 1;; *) exit 0;; esac');
  const { status, last, stdout } = run();
  expect({ status, last }).toEqual({ status: 1, last: '10 passed, 4 failed' });
  for (const check of ['lint', 'types', 'generated files', 'boundaries', 'dead code', 'format']) {
    expect(stdout).toContain(`=== ${check}: `);
  }
});

it('a test run that left no report, or failed without a failed test, has failed', () => {
  tests(undefined, 1);
  expect(run()).toMatchObject({ status: 1, last: '6 passed, 1 failed' });
  tests(green, 1);
  expect(run()).toMatchObject({ status: 1, last: '11 passed, 1 failed' });
});

it('tells what each check said, of those side by side as well, in one order', () => {
  tests(green, 0);
  tool('npx', 'echo "said by $1"; case "$*" in eslint*) sleep 1;; esac');
  const { stdout } = run();
  const said = [...stdout.matchAll(/^said by (.*)$/gm)].map(([, name]) => name);
  expect(said).toEqual(['eslint', 'tsc', 'nx', 'depcruise', 'knip', 'prettier']);
});

it('a check that came to no end has failed, and so have those that were to follow it', () => {
  tests(green, 0);
  tool('npx', 'case "$*" in depcruise*) kill -9 $PPID;; esac');
  const { status, last } = run();
  expect({ status, last }).toEqual({ status: 1, last: '9 passed, 2 failed' });
});

it('a generated file that is stale or not committed has failed', () => {
  tests(green, 0);
  tool('git', 'case "$*" in diff*) exit 1;; *) exit 0;; esac');
  expect(run()).toMatchObject({ status: 1, last: '10 passed, 1 failed' });
  tool('git', 'case "$*" in ls-files*) echo services/new/subgraph.graphql;; esac');
  expect(run()).toMatchObject({ status: 1, last: '10 passed, 1 failed' });
});
