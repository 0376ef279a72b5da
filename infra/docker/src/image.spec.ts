import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './programs.ts';

interface Stage {
  readonly from: string;
  readonly lines: readonly string[];
}

/** The stages of the Dockerfile by name, with continued lines joined. */
function readStages(): ReadonlyMap<string, Stage> {
  const text = readFileSync(join(root, 'infra/docker/Dockerfile'), 'utf8');
  const stages = new Map<string, { from: string; lines: string[] }>();
  let current: { from: string; lines: string[] } | undefined;
  for (const line of text.replaceAll('\\\n', ' ').split('\n')) {
    const [, from, name] = /^FROM (\S+) AS (\S+)$/.exec(line) ?? [];
    if (from !== undefined && name !== undefined) {
      current = { from, lines: [] };
      stages.set(name, current);
    } else if (line !== '' && !line.startsWith('#')) current?.lines.push(line);
  }
  return stages;
}
const stages = readStages();
const linesOf = (name: string): readonly string[] => {
  const { from, lines } = stages.get(name) ?? { from: '', lines: [] };
  return stages.has(from) ? [...linesOf(from), ...lines] : lines;
};
const FINAL = ['service', 'gateway', 'cli'];

describe.each(FINAL)('the image of the target %s', (name) => {
  it('runs as a user by number who is not root', () => {
    const users = linesOf(name).filter((line) => line.startsWith('USER'));
    expect(users).toEqual(['USER 65532:65532']);
  });

  it('has no tool that builds or tests, and nothing of the workspace but the program', () => {
    const copied = linesOf(name).filter((line) => line.startsWith('COPY'));
    expect(copied.filter((line) => /node_modules/.test(line))).toEqual([
      'COPY --from=dependencies /program/node_modules ./node_modules',
    ]);
    expect(copied.some((line) => /^COPY (--\S+ )*\. /.test(line))).toBe(false);
    expect(linesOf('dependencies').join('\n')).toContain('npm ci --omit=dev --ignore-scripts');
  });

  it('reports home to nobody and is stopped by the signal that the program heeds', () => {
    const lines = linesOf(name).join('\n');
    expect(lines).toContain('APOLLO_TELEMETRY_DISABLED=1');
    expect(lines).toContain('STOPSIGNAL SIGTERM');
  });
});

it('only what installs as it is locked is installed', () => {
  const installs = [...stages.keys()].flatMap(linesOf).filter((line) => /npm (ci|i\b)/.test(line));
  expect(installs.length).toBeGreaterThan(0);
  for (const line of installs) expect(line).toMatch(/npm ci .*--ignore-scripts/);
});

it('no secret and no data of this machine is sent to the build', () => {
  const ignored = readFileSync(join(root, 'infra/docker/Dockerfile.dockerignore'), 'utf8');
  for (const path of ['.git', '.onewindow', '**/node_modules', '**/.env']) {
    expect(ignored.split('\n')).toContain(path);
  }
  const text = [...stages.keys()].flatMap(linesOf).join('\n');
  expect(text).not.toMatch(/(ARG|ENV).*(PASSWORD|SECRET|KEY)/);
});
