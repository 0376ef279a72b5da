import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyCheckout, type Checkout } from './generated-checkout.ts';

jest.setTimeout(600_000);

/** What is generated is tried as a whole: a service with its first noun, and then a second noun of it. */
describe('onewindow new', () => {
  let checkout: Checkout;
  beforeAll(async () => {
    checkout = copyCheckout();
    // Not built yet, as on a fresh clone.
    const onewindow = (...args: readonly string[]) =>
      checkout.run('.', 'node', 'infra/cli/onewindow.mjs', ...args);
    await onewindow(
      ...['new', 'service', 'archive', '--chinese', '档案', '--noun', 'archive-entry'],
      ...['--noun-in-chinese', '归档事项'],
    );
    await onewindow('new', 'aggregate', 'archive', 'inquiry', '--chinese', '咨询');
    checkout.link();
    await checkout.run('services/archive', 'graphql-codegen', '--config', 'codegen.ts');
    await checkout.run('gateway', 'tsx', '--conditions=onewindow-source', 'compose.ts');
  });
  afterAll(() => {
    checkout.remove();
  });

  const read = (path: string) => readFileSync(join(checkout.root, path), 'utf8');

  it('says what to do where packages are not installed', () => {
    const bare = mkdtempSync(join(tmpdir(), 'bare-'));
    try {
      mkdirSync(join(bare, 'infra/cli/src'), { recursive: true });
      cpSync(join(checkout.root, 'infra/cli/onewindow.mjs'), join(bare, 'infra/cli/onewindow.mjs'));
      // It may lie below a checkout, whose packages Node finds from here: this one hides theirs and has nothing in it.
      const hidden = join(bare, 'node_modules/esbuild');
      mkdirSync(hidden, { recursive: true });
      writeFileSync(join(hidden, 'package.json'), JSON.stringify({ name: 'esbuild', exports: {} }));
      const { status, stderr } = spawnSync(process.execPath, ['infra/cli/onewindow.mjs', 'new'], {
        cwd: bare,
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([
        1,
        'onewindow: the packages are not installed: run npm ci first.\n',
      ]);
    } finally {
      rmSync(bare, { recursive: true, force: true });
    }
  });

  it('invents no Chinese name', async () => {
    const asked = ['new', 'aggregate', 'archive', 'field-inspection'];
    await expect(checkout.run('.', 'node', 'infra/cli/onewindow.mjs', ...asked)).rejects.toThrow(
      'Say what it is called in Chinese',
    );
    expect(existsSync(join(checkout.root, 'services/archive/src/field-inspection'))).toBe(false);
  });

  it('speaks of the new nouns, and of nothing in the templates', () => {
    for (const noun of ['archive-entry', 'inquiry']) {
      const folder = `services/archive/src/${noun}`;
      const text = read(`${folder}/schema.graphql`) + read(`${folder}/resolvers.ts`);
      expect(text).not.toMatch(/sample|示例/iu);
    }
    expect(read('services/archive/src/inquiry/schema.graphql')).toContain(
      '"A page of inquiries. 咨询列表"\ntype InquiryConnection',
    );
    expect(read('services/archive/src/archive-entry/schema.graphql')).toContain(
      '"Opens an archive entry for the viewer\'s department. 登记归档事项"',
    );
    expect(existsSync(join(checkout.root, 'services/archive/.env.example'))).toBe(true);
  });

  it('is in the composed graph', () => {
    const graph = read('gateway/supergraph.graphql');
    expect(graph).toContain('ARCHIVE @join__graph(name: "archive"');
    expect(graph).toContain('type Inquiry');
  });

  it('has right types, with what it is written into', async () => {
    const include = [
      'services/archive',
      'libs/contracts/src',
      'infra/e2e/src/rights',
      'infra/e2e/src/words',
    ];
    const compilerOptions = { types: ['node', 'jest'] };
    const config = { extends: './tsconfig.base.json', include, compilerOptions };
    writeFileSync(join(checkout.root, 'tsconfig.generated.json'), JSON.stringify(config));
    await checkout.run('.', 'tsc', '-p', 'tsconfig.generated.json');
  });

  it('is formatted as the rest', async () => {
    const made = ['services/archive', 'libs/contracts/src', 'infra/e2e/src', 'infra/k8s'];
    const changed = ['docker-compose.yml', 'eslint.config.mjs', 'infra/docker', 'gateway'];
    await checkout.run('.', 'prettier', '--check', ...made, ...changed);
  });

  it('passes its specs, and those that hold all services', async () => {
    const projects = ['services/archive', 'libs/contracts', 'infra/e2e', 'infra/docker'];
    const specs = [
      'services/archive',
      'families',
      'rights-policy',
      'text-inputs',
      'compose',
      'manifests',
    ];
    await checkout.run(
      ...['.', 'jest', '-i', '--projects', ...projects, '--testPathPatterns', ...specs],
    );
  });
});
