import type { Facts, InstalledPackage } from './facts.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

/** Mixed versions of these start and compose, and then almost every query dies. */
const IN_STEP = [
  '@apollo/composition',
  '@apollo/federation-internals',
  '@apollo/gateway',
  '@apollo/query-graphs',
  '@apollo/query-planner',
  '@apollo/subgraph',
];
/** Two copies of these don't know each other's schemas, or each other's traces. */
const ONE_COPY = ['graphql', '@opentelemetry/api', ...IN_STEP];

export const WATCHED_PACKAGES: readonly string[] = ONE_COPY;

const REINSTALL = {
  en: 'Run npm ci; the root overrides hold the versions together.',
  zh: '请执行 npm ci；根目录 overrides 统一版本。',
};

export function checkPackages({ packages }: Pick<Facts, 'packages'>): readonly Finding[] {
  if (packages === undefined) {
    const advice = { en: 'Run the doctor in the workspace.', zh: '请在工作区内运行。' };
    return [warn('packages', 'no installed packages found', advice)];
  }
  return [inStep(packages), ...ONE_COPY.flatMap((name) => copies(packages, name))];
}

function inStep(packages: readonly InstalledPackage[]): Finding {
  const versions = new Set(
    packages.filter(({ name }) => IN_STEP.includes(name)).map(({ version }) => version),
  );
  const told = [...versions].sort().join(', ');
  if (versions.size === 1) return ok('Apollo packages', `all ${told}`);
  return fail('Apollo packages', told === '' ? 'not installed' : `mixed: ${told}`, REINSTALL);
}

function copies(packages: readonly InstalledPackage[], name: string): readonly Finding[] {
  const found = packages.filter((it) => it.name === name);
  if (found.length > 1) {
    const paths = found.map(({ path, version }) => `${path} ${version}`).join(', ');
    return [fail(name, `${found.length} copies: ${paths}`, REINSTALL)];
  }
  return name === 'graphql' && found[0] ? [ok(name, `${found[0].version}, one copy`)] : [];
}
