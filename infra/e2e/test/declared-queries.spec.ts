import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uncoveredQueries, unmergedQueries } from '@onewindow/persistence/testing';
import { workspaceRoot } from '@onewindow/runtime/embedded';
import { declaredQueries, type Declared } from '../src/declared-queries.ts';

const services = join(workspaceRoot(process.cwd()), 'services');
let declared: readonly Declared[];
beforeAll(async () => {
  declared = await declaredQueries();
});

it('every query that any service declares has an index: equality, sort, range', () => {
  const uncovered = declared.flatMap((one) =>
    uncoveredQueries(one).map((query) => `${one.service} ${one.name}: ${query}`),
  );
  expect(uncovered).toEqual([]);
});

it('no sorted list that any service declares is made of more ranges than MongoDB merges', () => {
  const unmerged = declared.flatMap((one) =>
    unmergedQueries(one).map((query) => `${one.service} ${one.name}: ${query}`),
  );
  expect(unmerged).toEqual([]);
});

it('every kind of aggregate is looked at', () => {
  for (const service of readdirSync(services)) {
    const folder = join(services, service, 'src', 'persistence');
    const kinds = existsSync(folder)
      ? readdirSync(folder)
          .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
          .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/^ +kind: '/gm) ?? [])
      : [];
    const journals = declared.filter((one) => one.service === service && one.isJournal);
    expect([service, journals.length]).toEqual([service, kinds.length]);
  }
});
