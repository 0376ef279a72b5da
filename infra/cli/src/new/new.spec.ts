import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/runtime/embedded';
import { changeSet, type ChangeSet } from './change-set.ts';
import { insertBehind, rowsFor } from './edits.ts';
import { withPackage } from './lock-file.ts';
import { pluralOf } from './names.ts';
import { planAggregate } from './new-aggregate.ts';
import { planService } from './new-service.ts';
import { repeatedBlock, repeatedInLists, repeatedLines } from './repeat-model.ts';
import { filled } from './templates.ts';

const root = workspaceRoot(process.cwd());
const asIs = (_: string, text: string) => Promise.resolve(text);
const planned = (plan: (changes: ChangeSet) => void): ChangeSet => {
  const changes = changeSet(root, asIs);
  plan(changes);
  return changes;
};
const aggregate = (service: string, noun: string) =>
  planned((changes) => {
    planAggregate(changes, { root, service, noun, chinese: '勘查' });
  });
const service = (name: string) =>
  planned((changes) => {
    const noun = 'field-inspection';
    planService(changes, { root, name, chinese: '档案', noun, nounInChinese: '勘查' });
  });
const withKit = readdirSync(join(root, 'services')).filter((name) =>
  existsSync(join(root, 'services', name, 'src/kit.ts')),
);

describe('a new aggregate', () => {
  it.each(withKit)('finds its places in %s', (name) => {
    const changes = aggregate(name, 'field-inspection');
    const home = `services/${name}`;
    expect(changes.read(`${home}/src/field-inspection/field-inspection.kind.ts`)).toContain(
      "kind: 'field-inspection'",
    );
    expect(changes.read(`${home}/src/service.ts`)).toContain('kinds.open(fieldInspectionKind);');
    expect(changes.read(`${home}/test/field-inspections.int.spec.ts`)).not.toContain(
      'ampleservice',
    );
    expect(changes.read('libs/contracts/src/field-inspection-events.ts')).toContain(
      `service: '${name}'`,
    );
    expect(changes.read('infra/e2e/policy/field-inspection/mutations.tsv')).toMatch(
      /^openFieldInspection\t/mu,
    );
  });

  it.each(withKit)(
    'changes two files of %s that others write in too, and adds the rest',
    (name) => {
      const edited: string[] = [];
      const changes = changeSet(root, asIs);
      planAggregate(
        {
          ...changes,
          edit: (path, edit) => {
            edited.push(path);
            changes.edit(path, edit);
          },
        },
        { root, service: name, noun: 'field-inspection', chinese: '勘查' },
      );
      expect([...new Set(edited)].sort()).toEqual([
        'libs/contracts/src/index.ts',
        `services/${name}/src/service.ts`,
      ]);
    },
  );

  it.each(['', '新 事项', 'inspection', '勘查 and more', '"勘查"'])(
    'is not called "%s" in Chinese: nothing is invented for it',
    (chinese) => {
      expect(() =>
        planned((changes) => {
          planAggregate(changes, { root, service: 'windows', noun: 'field-inspection', chinese });
        }),
      ).toThrow(/in Chinese/u);
    },
  );

  it.each([
    ['Inspection', /no noun/u],
    ['field inspection', /no noun/u],
    ['../inspection', /no noun/u],
    ['record', /name of the language/u],
    ['promise', /name of the language/u],
    ['region', /has region already/u],
    ['case', /graph has .*Case/u],
  ])('is not called %s', (noun, reason) => {
    expect(() => aggregate('windows', noun)).toThrow(reason);
  });

  it('has a service that there is', () => {
    expect(() => aggregate('nowhere', 'field-inspection')).toThrow(
      /services\/nowhere.* not there/u,
    );
  });
});

describe('a new service', () => {
  it('stands wherever services are listed', () => {
    const changes = service('archive');
    expect(changes.read('eslint.config.mjs')).toContain("'items', 'archive', 'windows'");
    expect(changes.read('docker-compose.yml')).toContain('ARCHIVE_NATS_PASSWORD: ${ARCHIVE_NATS');
    expect(changes.read('infra/k8s/archive.yaml')).not.toContain('items');
    expect(changes.read('infra/e2e/policy/fields.tsv')).toContain('itemsDeadLetters archiveDead');
    expect(changes.read('services/archive/src/main.ts')).toContain("service: 'archive'");
  });

  it.each(['Archive', 'my-archive', 'archive2', '', 'a/b'])('is not called "%s"', (name) => {
    expect(() => service(name)).toThrow(/no name of a service/u);
  });

  it.each(['items', 'kernel', 'cli', 'gateway'])('does not take the name of %s', (name) => {
    expect(() => service(name)).toThrow(`named ${name} already`);
  });
});

describe('what is written', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-new-'));
    writeFileSync(join(folder, 'there.ts'), 'before');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is written whole', async () => {
    const changes = changeSet(folder, asIs);
    changes.add('a/new.ts', 'new');
    changes.edit('there.ts', (text) => `${text} and after`);
    expect(readdirSync(folder)).toEqual(['there.ts']);
    expect(await changes.write()).toEqual(['a/new.ts', 'there.ts']);
    expect(readFileSync(join(folder, 'there.ts'), 'utf8')).toBe('before and after');
  });

  it('is taken back when one file can’t be written', async () => {
    const changes = changeSet(folder, asIs);
    changes.edit('there.ts', () => 'after');
    changes.add('a/b/new.ts', 'new');
    changes.add('blocked/new.ts', 'new');
    // Somebody was faster: a file where a folder is wanted.
    writeFileSync(join(folder, 'blocked'), '');
    await expect(changes.write()).rejects.toThrow();
    expect(readdirSync(folder).sort()).toEqual(['blocked', 'there.ts']);
    expect(readFileSync(join(folder, 'there.ts'), 'utf8')).toBe('before');
  });

  it('is not written at all when one text can’t be formatted', async () => {
    const changes = changeSet(folder, (path, text) =>
      path.endsWith('bad.ts') ? Promise.reject(new Error('no TypeScript')) : Promise.resolve(text),
    );
    changes.add('good.ts', '');
    changes.add('bad.ts', '');
    await expect(changes.write()).rejects.toThrow('no TypeScript');
    expect(readdirSync(folder)).toEqual(['there.ts']);
  });

  it('replaces nothing that is there', () => {
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a/mine.ts'), 'mine');
    const changes = changeSet(folder, asIs);
    expect(() => {
      changes.add('a/mine.ts', 'new');
    }).toThrow('a/mine.ts is there.');
    expect(() => changes.read('gone.ts')).toThrow('gone.ts is not there.');
  });
});

describe('places in texts', () => {
  it.each([
    ['inspection', 'inspections'],
    ['inquiry', 'inquiries'],
    ['survey', 'surveys'],
    ['field-notice', 'field-notices'],
    ['branch', 'branches'],
    ['address', 'addresses'],
  ])('%s: %s', (one, many) => {
    expect(pluralOf(one)).toBe(many);
  });

  it('says an before a vowel', () => {
    expect(filled('A sample, a sample', [['sample', 'entry']])).toBe('An entry, an entry');
    expect(filled('A sample', [['sample', 'visit']])).toBe('A visit');
  });

  it('rows stand in the columns of the table', () => {
    expect(rowsFor('t.tsv', 'n\tx\ty\n', 'n\ty\tx\nrow\t1\t2\n')).toEqual(['row\t2\t1']);
    expect(() => rowsFor('t.tsv', 'n\tnewcomer\n', 'n\trow\n')).toThrow('nothing of newcomer');
  });

  it('lines stand behind what they belong to, or it is said that this is not there', () => {
    expect(insertBehind('f.ts', /^b/u, 'c\n')('a\nb\nd')).toBe('a\nb\nc\nd');
    expect(() => insertBehind('f.ts', /^x/u, 'c')('a')).toThrow('f.ts has no line like ^x');
  });

  it('what is said of the model is said again', () => {
    expect(repeatedInLists('f', 'new')("['items', 'windows'], service: 'items', x")).toBe(
      "['items', 'new', 'windows'], service: 'items', x",
    );
    expect(() => repeatedInLists('f', 'new')('nothing')).toThrow('f lists no services');
    expect(repeatedLines('f', /items/iu, 'new')('ITEMS_A: items\nB: items\nend')).toBe(
      'ITEMS_A: items\nB: items\nNEW_A: new\nB: new\nend',
    );
    expect(() => repeatedLines('f', /items/u, 'new')('nothing')).toThrow('f has no line of items');
    expect(repeatedBlock('f', 'new')('services:\n  items:\n    a: items\n\n  other:\n')).toBe(
      'services:\n  items:\n    a: items\n\n  new:\n    a: new\n\n  other:\n',
    );
  });

  it('the lock file knows the package, in its place', () => {
    const lock = { packages: { '': {}, 'node_modules/a': {}, 'services/z': {} } };
    const text = withPackage(JSON.stringify(lock), 'services/b', '@onewindow/b');
    expect(JSON.parse(text)).toEqual({
      packages: {
        '': {},
        'node_modules/@onewindow/b': { resolved: 'services/b', link: true },
        'node_modules/a': {},
        'services/b': { name: '@onewindow/b', version: '0.1.0' },
        'services/z': {},
      },
    });
    expect(Object.keys((JSON.parse(text) as { packages: object }).packages)).toEqual([
      '',
      'node_modules/@onewindow/b',
      'node_modules/a',
      'services/b',
      'services/z',
    ]);
  });
});
