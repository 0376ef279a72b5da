import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** A file that breaks one boundary, and the rule that must find it. */
const PLANTED: readonly (readonly [what: string, file: string, code: string, rule: string])[] = [
  [
    'a service that imports another',
    'services/cases/src/commands/planted.ts',
    `import '@onewindow/items';`,
    'no-restricted-imports',
  ],
  [
    'a service that imports another by path',
    'services/cases/src/planted.ts',
    `import { window } from '../../windows/src/window/domain/window.ts';\nexport const planted = window;`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'a lib that imports a service',
    'libs/runtime/src/planted.ts',
    `import '@onewindow/cases';`,
    'no-restricted-imports',
  ],
  [
    'a kernel that imports a platform lib',
    'libs/kernel/src/planted.ts',
    `import { connectDatabase } from '@onewindow/persistence';\nexport const planted = connectDatabase;`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'a domain that imports a platform lib',
    'services/cases/src/domain/planted.ts',
    `import { newId } from '@onewindow/persistence';\nexport const planted = newId;`,
    'no-restricted-imports',
  ],
  [
    'a domain that imports the file system',
    'services/items/src/item/domain/planted.ts',
    `import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;`,
    'no-restricted-imports',
  ],
  [
    'a domain that asks for the time',
    'services/windows/src/window/domain/planted.ts',
    `export const planted = () => Date.now();`,
    'no-restricted-properties',
  ],
  [
    'a domain that makes a date of now',
    'services/windows/src/window/domain/planted.ts',
    `export const planted = () => new Date();`,
    'no-restricted-syntax',
  ],
  [
    'a domain that rolls dice',
    'services/windows/src/window/domain/planted.ts',
    `export const planted = () => Math.random();`,
    'no-restricted-properties',
  ],
  [
    'a calendar that asks for the time',
    'libs/calendar/src/planted.ts',
    `export const planted = () => Date.now();`,
    'no-restricted-properties',
  ],
  [
    'a harness outside of specs',
    'services/cases/src/planted.ts',
    `import { startMongo } from '@onewindow/persistence/testing';\nexport const planted = startMongo;`,
    'no-restricted-imports',
  ],
  [
    'an environment read outside of main',
    'services/cases/src/planted.ts',
    `export const planted = process.env['X'];`,
    'no-restricted-properties',
  ],
  [
    'a command that reaches out to the graph',
    'services/cases/src/commands/planted.ts',
    `export { typeDefs } from '../graphql/type-defs.generated.ts';`,
    'no-restricted-imports',
  ],
];

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null }[];
}

/** The repository's own rules on files that are there only for this moment, all in one run of ESLint. */
function rulesBroken(): ReadonlyMap<string, readonly string[]> {
  const files = PLANTED.map(([, file, code], index) => ({
    path: join(root, file.replace('planted', `planted-${index}`)),
    code,
  }));
  const env = { ...process.env, NX_DAEMON: 'false' };
  try {
    for (const { path, code } of files) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${code}\n`);
    }
    // Without a project graph in its cache the Nx rule lets everything pass.
    execFileSync(
      process.execPath,
      [join(root, 'node_modules/nx/dist/bin/nx.js'), 'show', 'projects'],
      {
        cwd: root,
        env,
        stdio: 'pipe',
      },
    );
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/eslint/bin/eslint.js'),
        '--format',
        'json',
        ...files.map(({ path }) => path),
      ],
      { cwd: root, encoding: 'utf8', env },
    );
    const results = JSON.parse(stdout.slice(stdout.indexOf('['))) as readonly LintResult[];
    return new Map(
      results.map(({ filePath, messages }) => [
        filePath,
        messages.map(({ ruleId }) => ruleId ?? 'unreadable'),
      ]),
    );
  } finally {
    for (const { path } of files) rmSync(path, { force: true });
  }
}

// ESLint with types over many projects takes its time.
jest.setTimeout(600_000);

describe('the boundaries of the house', () => {
  let broken: ReadonlyMap<string, readonly string[]>;
  beforeAll(() => {
    broken = rulesBroken();
  });

  it.each(PLANTED.map(([what, file, , rule], index) => ({ what, file, rule, index })))(
    'finds $what',
    ({ file, rule, index }) => {
      const path = join(root, file.replace('planted', `planted-${index}`));
      expect(broken.get(path)).toContain(rule);
    },
  );

  it('finds services that meet by files, with the same rules as CI (dependency-cruiser)', () => {
    const path = join(root, 'services/cases/src/planted-path.ts');
    writeFileSync(path, `export { window } from '../../windows/src/window/domain/window.ts';\n`);
    try {
      const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
      const { status, stdout } = spawnSync(process.execPath, [cruiser, path], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(status).not.toBe(0);
      expect(stdout).toContain('services-never-meet');
    } finally {
      rmSync(path);
    }
  });

  it('has one copy of federation-internals: mixed ones compose and then fail almost every query', () => {
    const copies: string[] = [];
    const look = (folder: string) => {
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder)) {
        const at = join(folder, name);
        if (name === '@apollo' && existsSync(join(at, 'federation-internals'))) {
          copies.push(readFileSync(join(at, 'federation-internals/package.json'), 'utf8'));
        }
        if (name.startsWith('@'))
          for (const scoped of readdirSync(at)) look(join(at, scoped, 'node_modules'));
        else look(join(at, 'node_modules'));
      }
    };
    look(join(root, 'node_modules'));
    expect(copies).toHaveLength(1);
  });
});
