import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '@onewindow/kernel';
import { accessIndexes, createIndexes, createPersonalDataVault } from '@onewindow/persistence';
import { useDatabase } from '@onewindow/persistence/testing';
import { createCommandLine } from '../src/command-line.ts';
import { readProgress, writeProgress } from '../src/verify/progress-file.ts';
import { startKeptSeals } from './kept-seals-stand-in.ts';

describe('onewindow verify', () => {
  const test = useDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-verify-'));
  const before = process.cwd();
  const progressFolder = join(folder, '.onewindow', 'verify');
  /** Known by a run that was interrupted: each run's file is named for its databases. */
  let progressFile = '';
  beforeAll(async () => {
    process.chdir(folder);
    // The temporary folder may lie in a checkout, which would be found around it.
    writeFileSync('nx.json', '{}');
    const { uri, name, database } = test();
    writeFileSync('cases.env', `MONGODB_URI=${uri}\nMONGODB_DATABASE=${name}\n`);
    await createIndexes(database, [accessIndexes]);
    const vault = createPersonalDataVault({
      database,
      keys: [{ id: 'k', secret: 'k'.repeat(32) }],
      indexSecret: 'k'.repeat(32),
      processId: 'p',
      clock: { now: () => instant('2026-09-18T01:30:00.000Z') },
    });
    const { personal } = vault.seal({
      ...{ kind: 'case', id: 'c1', fields: { name: '某人' }, indexed: [] },
    });
    const reason = { viewer: 'v', purpose: 'test' };
    for (let n = 0; n < 2; n++) await vault.open('case', [{ id: 'c1', personal }], reason);
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });

  const run = (...flags: string[]) => runOn('cases.env', ...flags);
  const runOn = async (file: string, ...flags: string[]) => {
    const lines: string[] = [];
    const terminal = { env: {}, tell: () => undefined, print: (line: string) => lines.push(line) };
    const asked = ['node', 'onewindow', 'verify', '--env', file, ...flags];
    const failed = await createCommandLine(terminal)
      .parseAsync(asked)
      .then(
        () => undefined,
        (error: unknown) => (error as Error).message,
      );
    return { lines, failed };
  };

  it('says how much it looked at, and leaves no progress behind', async () => {
    expect(await run()).toEqual({
      lines: ['2 rows looked at 已核验, 0 broken 损坏, 0 behind 落后'],
      failed: undefined,
    });
    expect(readdirSync(progressFolder)).toEqual([]);
  });

  it('keeps the progress of other databases apart', async () => {
    const places = [{ program: 'cases', uri: test().uri, database: test().name }];
    const name = createHash('sha256').update(JSON.stringify(places)).digest('hex').slice(0, 16);
    progressFile = join(progressFolder, `${name}.json`);
    const done = { from: { 'cases/accesses': 'done' as const }, looked: 7, found: [] };
    writeProgress(join(progressFolder, 'another.json'), done);
    expect((await run()).lines[0]).toMatch(/^2 rows/);
  });

  it('fails where there is nothing to look at', async () => {
    writeFileSync('gateway.env', 'SUBGRAPH_TOKEN_KEYS=a=b\n');
    const { lines, failed } = await run('--env', 'gateway.env');
    expect([lines.length, failed]).toEqual([1, undefined]);
    const only = await runOn('gateway.env');
    expect(only.failed).toContain('has a database');
  });

  it('goes on behind what an interrupted run had done, or from the start where that is asked', async () => {
    const done = { from: { 'cases/accesses': 'done' as const }, looked: 7, found: [] };
    writeProgress(progressFile, done);
    expect(readProgress(progressFile)).toEqual(done);
    expect((await run()).lines[0]).toMatch(/^7 rows/);
    writeProgress(progressFile, done);
    expect((await run('--restart')).lines[0]).toMatch(/^2 rows/);
    writeFileSync(progressFile, '{"from":');
    expect((await run()).lines[0]).toMatch(/^2 rows/);
  });

  it('asks a graph for the seals that it has kept, and misses those that are not there', async () => {
    const graph = await startKeptSeals({ cases: ['head'] });
    try {
      const { lines, failed } = await run('--seals', graph.url);
      expect(lines[0]).toMatch(/^broken\tcases\tjournalSeals\t1\tis missing$/);
      expect(failed).toContain('1 are not as they were written');
    } finally {
      await graph.close();
    }
  });

  it('names what was changed and fails', async () => {
    await test()
      .database.collection('accesses')
      .updateOne({ seq: 2 }, { $set: { viewer: 'w' } });
    const { lines, failed } = await run();
    expect(lines[0]).toMatch(/^broken\tcases\taccesses\t2026-09-18\trow 2 of chain /);
    expect(failed).toContain('1 are not as they were written');
  });
});
