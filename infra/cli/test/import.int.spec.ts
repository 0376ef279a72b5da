import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCommandLine } from '../src/command-line.ts';
import { createGraphClient } from '../src/send/graph-client.ts';
import { importFile } from '../src/send/import-file.ts';
import { startGraph, type GraphStandIn } from './graph-stand-in.ts';

const file = join(__dirname, '../../local/data/catalogue-511602.tsv');

describe('onewindow import', () => {
  let graph: GraphStandIn;
  let folder: string;
  let report: string;

  beforeEach(async () => {
    graph = await startGraph();
    folder = mkdtempSync(join(tmpdir(), 'onewindow-cli-'));
    report = join(folder, 'report.tsv');
  });
  afterEach(async () => {
    await graph.close();
    rmSync(folder, { recursive: true });
  });

  const importing = (waitsMs: readonly number[] = [1, 1]) =>
    importFile({
      ...{ file, report, gateway: graph.url, batch: 100, tell: () => undefined },
      client: createGraphClient({ url: graph.url, token: 't', waitsMs }),
    });
  const lines = () => readFileSync(report, 'utf8').trim().split('\n');

  it('registers the departments, takes every row and reports each', async () => {
    const summary = await importing();
    expect(summary).toMatchObject({ rows: 421, counts: { TAKEN: 421, REFUSED: 0 } });
    expect(graph.requests[0]?.variables.input.departments).toHaveLength(17);
    expect(lines()).toHaveLength(422);
    expect(lines()[1]).toMatch(/^1\t511Z07001006-\S+\t企业投资项目备案.*\tTAKEN\t/u);
  });

  it('changes nothing the second time', async () => {
    await importing();
    expect(await importing()).toMatchObject({ counts: { TAKEN: 0, CHANGED: 0, UNCHANGED: 421 } });
  });

  it('tries again where somebody in between fails', async () => {
    graph.failNext(502, 503);
    expect(await importing()).toMatchObject({ counts: { TAKEN: 421 } });
  });

  it('goes on where it was stopped, and reports every row once', async () => {
    const { requests } = graph;
    const client = createGraphClient({ url: graph.url, token: 't', waitsMs: [] });
    const stopping = importFile({
      ...{ file, report, gateway: graph.url, batch: 100, tell: () => undefined },
      client: {
        send: (query, variables) => {
          if (requests.length === 3) graph.failNext(503);
          return client.send(query, variables);
        },
      },
    });
    await expect(stopping).rejects.toThrow('503');
    expect(existsSync(`${report}.progress`)).toBe(true);
    const sentBefore = requests.length;
    expect(await importing()).toMatchObject({ counts: { TAKEN: 421 } });
    // The departments again, and the three batches that were left.
    expect(requests.length - sentBefore).toBe(4);
    expect(lines()).toHaveLength(422);
    expect(existsSync(`${report}.progress`)).toBe(false);
  });

  it('writes no row twice into the report when it was killed before it noted how far it was', async () => {
    const { requests } = graph;
    const client = createGraphClient({ url: graph.url, token: 't', waitsMs: [] });
    const options = { file, report, gateway: graph.url, batch: 100, tell: () => undefined };
    const stopping = importFile({
      ...options,
      client: {
        send: (query, variables) => {
          if (requests.length === 3) graph.failNext(503);
          return client.send(query, variables);
        },
      },
    });
    await expect(stopping).rejects.toThrow('Run the same command again');
    appendFileSync(report, '201\thalf of a li');
    expect(await importing()).toMatchObject({ counts: { TAKEN: 421 } });
    expect(lines().map((line) => line.split('\t')[0])).toEqual([
      'row',
      ...Array.from({ length: 421 }, (_, index) => (index + 1).toString()),
    ]);
    const ids = requests.flatMap(({ variables: { input } }) => (input.rows ? input.commandId : []));
    expect(new Set(ids).size).toBe(1);
  });

  it('begins again where the report is gone, with another id for another import', async () => {
    await importing();
    await importing();
    const ids = graph.requests.flatMap(({ variables: { input } }) =>
      input.rows ? input.commandId : [],
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('refuses only the row that the graph fails over', async () => {
    const [, , third = ''] = readFileSync(file, 'utf8').split('\n');
    graph.failOver(third.split('\t')[3] ?? '');
    expect(await importing()).toMatchObject({ counts: { TAKEN: 420, REFUSED: 1 } });
    expect(lines()[2]).toMatch(
      /^2\t.*\tREFUSED\tREQUEST_REFUSED\t网关拒绝请求.*\tThe gateway refused/u,
    );
  });

  it('loses only the department that can’t be right', async () => {
    graph.refuseDepartment('区人社局');
    expect((await importing()).departmentProblems).toMatchObject([
      { name: '区人社局', message: 'name' },
    ]);
  });

  it('waits for departments that items has not heard of yet', async () => {
    graph.knowDepartmentsAfter(2);
    expect(await importing()).toMatchObject({ counts: { TAKEN: 421, REFUSED: 0 } });
  });

  it('stops at once where it has no right', async () => {
    graph.failNext(401);
    graph.failNext(401, 401);
    // Were it to wait for another try, this test would run out of time.
    await expect(importing([600_000])).rejects.toThrow('401');
  });

  const commanding = async (...args: readonly string[]) => {
    const printed: string[] = [];
    const program = createCommandLine({
      env: { ONEWINDOW_URL: graph.url, ONEWINDOW_TOKEN: 't' },
      tell: () => undefined,
      print: (line) => printed.push(line),
    });
    await program.parseAsync(['node', 'onewindow', 'import', ...args, '--report', report]);
    return printed;
  };
  const written = (text: string) => {
    const path = join(folder, 'few.tsv');
    writeFileSync(path, text);
    return path;
  };
  const HEADER = 'name\titem_code\tdepartment\tdept_code\ttask_type\tarea_code';

  it('fails when every row is refused, here or by the graph', async () => {
    const unnamed = written(`${HEADER}\n\t511A-1\t局\tD1\t1\t511602\n`);
    await expect(commanding(unnamed)).rejects.toThrow('1 of 1 rows were refused');
    const good = written(`${HEADER}\n证\t511A-1\t局\tD1\t1\t511602\n`);
    graph.failOver('511A-1');
    await expect(commanding(good)).rejects.toThrow('1 of 1 rows were refused');
  });

  it('fails above the share that is set, and has taken the rest all the same', async () => {
    const half = written(`${HEADER}\n证\t511A-1\t局\tD1\t1\t511602\n\t511A-2\t局\tD1\t1\t511602\n`);
    expect((await commanding(half, '--fail-above', '50'))[0]).toContain('taken 1');
    await expect(commanding(half, '--fail-above', '49')).rejects.toThrow('1 of 2 rows');
    expect(lines()[1]).toMatch(/\tUNCHANGED\t/u);
  });

  it('is a command with a summary', async () => {
    const printed: string[] = [];
    await createCommandLine({
      env: { ONEWINDOW_URL: graph.url, ONEWINDOW_TOKEN: 't' },
      tell: () => undefined,
      print: (line) => printed.push(line),
    }).parseAsync(['node', 'onewindow', 'import', file, '--report', report]);
    expect(printed).toEqual([
      '421 rows: taken 421, changed 0, unchanged 0, refused 0',
      '17 departments, 0 refused',
      `report: ${report}`,
    ]);
  });
});
