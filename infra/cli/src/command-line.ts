import { basename, join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { addDoctor } from './doctor/add-doctor.ts';
import { addVerify } from './verify/add-verify.ts';
import { NotACatalogue } from './import/not-a-catalogue.ts';
import { createGraphClient } from './send/graph-client.ts';
import { assertEnoughTaken } from './send/assert-enough-taken.ts';
import { importFile, inFigures } from './send/import-file.ts';

interface ImportFlags {
  readonly gateway: string;
  readonly token: string;
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
  const program = new Command('onewindow').description('One Window 一窗: the command line');
  program
    .command('import')
    .description('Imports a catalogue (a table, or the national JSON format) through the graph')
    .argument('<file>', 'the catalogue')
    .requiredOption(
      '--gateway <url>',
      'address of the graph (ONEWINDOW_URL)',
      parseAddress,
      env['ONEWINDOW_URL'],
    )
    .requiredOption('--token <token>', 'a SERVICE token (ONEWINDOW_TOKEN)', env['ONEWINDOW_TOKEN'])
    .option('--report <file>', 'where the report goes')
    .option('--region <code>', 'the region of rows that name none')
    .option(
      '--fail-above <percent>',
      'ends with 1 when a larger share of the rows is refused; when all are, it always does',
      parsePercent,
      100,
    )
    .option('--batch <rows>', 'rows in one request, at most 200', parseBatch, 100)
    .action(async (file: string, { gateway: url, token, region, ...flags }: ImportFlags) => {
      const report = flags.report ?? join('.onewindow', 'import', `${basename(file)}.report.tsv`);
      const summary = await importFile({
        ...{ file, gateway: url, report, batch: flags.batch, tell },
        ...(region !== undefined && { region }),
        client: createGraphClient({ url, token }),
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
  return program;
}

function parsePercent(text: string): number {
  const percent = Number(text);
  if (!/^\d+(?:\.\d+)?$/u.test(text) || percent > 100)
    throw new InvalidArgumentError('A percentage from 0 to 100.');
  return percent;
}

function parseAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:/u.test(text))
    throw new InvalidArgumentError('An address such as http://127.0.0.1:4000/graphql.');
  return text;
}

function parseBatch(text: string): number {
  const rows = Number(text);
  if (!Number.isInteger(rows) || rows < 1 || rows > 200)
    throw new InvalidArgumentError('1 to 200 rows.');
  return rows;
}
