import { basename, join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { addDoctor } from './doctor/add-doctor.ts';
import { addNew } from './new/add-new.ts';
import { addVerify } from './verify/add-verify.ts';
import { NotACatalogue } from './import/not-a-catalogue.ts';
import { findGraph } from './send/find-graph.ts';
import { createGraphClient } from './send/graph-client.ts';
import { assertEnoughTaken } from './send/assert-enough-taken.ts';
import { importFile, inFigures } from './send/import-file.ts';
import { VERSION } from './version.ts';
import { folderOf } from './workspace-folder.ts';

interface ImportFlags {
  readonly gateway?: string;
  readonly token?: string;
  readonly report?: string;
  readonly region?: string;
  readonly batch: number;
  readonly failAbove: number;
}

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Progress: to stderr. */
  readonly tell: (line: string) => void;
  /** Results: to stdout. */
  readonly print: (line: string) => void;
}

export function createCommandLine({ env, tell, print }: Terminal): Command {
  const program = new Command('onewindow')
    .description('One Window 一窗: the command line')
    .version(VERSION);
  program
    .command('import')
    .description('Imports a catalogue (a table, or the national JSON format) through the graph')
    .argument('<file>', 'the catalogue')
    .option(
      '--gateway <url>',
      'the gateway, with or without /graphql (ONEWINDOW_URL); by default that of the centre which runs here',
      parseAddress,
    )
    .option(
      '--token <token>',
      'a SERVICE token (ONEWINDOW_TOKEN); by default the importer of the centre which runs here',
    )
    .option('--report <file>', 'where the report goes')
    .option('--region <code>', 'the region of rows that name none')
    .option(
      '--fail-above <percent>',
      'ends with 1 when a larger share of the rows is refused; when all are, it always does',
      parsePercent,
      100,
    )
    .option('--batch <rows>', 'rows in one request, at most 200', parseBatch, 100)
    .action(async (file: string, { gateway, token, region, ...flags }: ImportFlags) => {
      const address = gateway ?? (env['ONEWINDOW_URL'] && parseAddress(env['ONEWINDOW_URL']));
      const secret = token ?? env['ONEWINDOW_TOKEN'];
      const graph = await findGraph(folderOf(process.cwd()), {
        ...(address && { gateway: address }),
        ...(secret && { token: secret }),
      });
      const report = flags.report ?? join('.onewindow', 'import', `${basename(file)}.report.tsv`);
      const summary = await importFile({
        ...{ file, gateway: graph.url, report, batch: flags.batch, tell },
        ...(region !== undefined && { region }),
        client: createGraphClient(graph),
      });
      print(`${summary.rows.toString()} rows: ${inFigures(summary.counts)}`);
      const refused = summary.departmentProblems.length;
      print(`${summary.departments.toString()} departments, ${refused.toString()} refused`);
      print(`report: ${report}`);
      if (summary.readable === 0)
        throw new NotACatalogue(
          `${file}: No item was found in it, neither in a table nor in the national JSON format. 未找到任何事项。`,
        );
      assertEnoughTaken(summary, flags.failAbove);
    });
  addDoctor(program, { env, print });
  addVerify(program, { env, tell, print });
  addNew(program, { print });
  return program;
}

function parsePercent(text: string): number {
  const percent = Number(text);
  if (!/^\d+(?:\.\d+)?$/u.test(text) || percent > 100)
    throw new InvalidArgumentError('A percentage from 0 to 100.');
  return percent;
}

/** An address of a gateway alone is that of its graph. */
export function parseAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:/u.test(text))
    throw new InvalidArgumentError('An address such as http://127.0.0.1:4000/graphql.');
  const url = new URL(text);
  if (url.pathname === '/') url.pathname = '/graphql';
  return url.href;
}

function parseBatch(text: string): number {
  const rows = Number(text);
  if (!Number.isInteger(rows) || rows < 1 || rows > 200)
    throw new InvalidArgumentError('1 to 200 rows.');
  return rows;
}
