import type { ParsedRow } from '../import/parsed-row.ts';
import { assertReadable } from '../import/assert-readable.ts';
import { readCatalogue } from '../import/read-catalogue.ts';
import type { GraphClient } from './graph-client.ts';
import { digestOfFile, NOTHING_COUNTED, progressFile, type Counts } from './progress.ts';
import { hasReport, openReport, type ReportRow } from './report.ts';
import { sendDepartments, type DepartmentProblem } from './send-departments.ts';
import { createItemSender } from './send-items.ts';

/** Bytes of rows in a request, well below what a subgraph takes: a full guide has 20,000. */
const LARGEST_REQUEST = 400_000;

export interface ImportOptions {
  readonly file: string;
  readonly gateway: string;
  readonly report: string;
  readonly region?: string;
  readonly batch: number;
  readonly client: GraphClient;
  readonly tell: (line: string) => void;
}

export interface ImportSummary {
  readonly rows: number;
  /** Rows in which an item was found at all. */
  readonly readable: number;
  readonly counts: Counts;
  readonly departments: number;
  readonly departmentProblems: readonly DepartmentProblem[];
}

/** Sends a catalogue: its departments, then its rows in batches, each answered for in the report. */
export async function importFile(options: ImportOptions): Promise<ImportSummary> {
  const { file, client, tell, region } = options;
  await assertReadable(file);
  const catalogue = await readCatalogue(file, region === undefined ? {} : { region });
  const { departments, rows } = catalogue.survey;
  const { missingColumns, readable } = catalogue.survey;
  if (missingColumns.length > 0) tell(`columns that are missing: ${missingColumns.join(', ')}`);
  tell(`${rows.toString()} rows, ${departments.length.toString()} departments in ${file}`);
  if (catalogue.survey.olderTypes) tell('type codes are read by the older table (20 = 公共服务)');
  const departmentProblems = await sendDepartments(client, departments);
  for (const { name, message } of departmentProblems) tell(`department ${name}: ${message}`);
  const refusedDepartments = departmentProblems.flatMap(({ codes }) => codes);
  const counts = await sendRows(options, {
    rows: catalogue.rows(),
    total: rows,
    refusedDepartments,
  });
  return { rows, readable, counts, departments: departments.length, departmentProblems };
}

async function sendRows(
  { file, gateway, region = '', report: path, batch: size, client, tell }: ImportOptions,
  {
    rows,
    total,
    refusedDepartments,
  }: {
    readonly rows: AsyncIterable<ParsedRow>;
    readonly total: number;
    readonly refusedDepartments: readonly string[];
  },
): Promise<Counts> {
  const progress = progressFile(`${path}.progress`, await digestOfFile(file, gateway, region));
  const left = progress.read();
  const nothing = { rows: 0, counts: NOTHING_COUNTED, reported: 0 };
  const done = hasReport(path, left.reported) ? left : { ...left, ...nothing };
  const { importId } = done;
  const send = createItemSender(client, { commandId: importId, refusedDepartments });
  let { counts } = done;
  let answered = done.rows;
  const report = await openReport(path, { from: done.reported });
  if (answered > 0) tell(`going on behind row ${answered.toString()}`);
  progress.write(done);
  const flush = async (batch: readonly ParsedRow[]) => {
    const outcomes = await outcomesOf(send, batch);
    await report.write(outcomes);
    counts = counted(counts, outcomes);
    answered += batch.length;
    progress.write({ importId, rows: answered, counts, reported: report.length() });
    tell(`${answered.toString()}/${total.toString()} ${inFigures(counts)}`);
  };
  try {
    let seen = 0;
    let batch: ParsedRow[] = [];
    let bytes = 0;
    for await (const row of rows) {
      seen += 1;
      if (seen <= done.rows) continue;
      batch.push(row);
      bytes += Buffer.byteLength(JSON.stringify(row.row ?? ''));
      if (batch.length < size && bytes < LARGEST_REQUEST) continue;
      await flush(batch);
      batch = [];
      bytes = 0;
    }
    if (batch.length > 0) await flush(batch);
  } finally {
    await report.close();
  }
  progress.remove();
  return counts;
}

/** In the file's order: those refused here stand between those that the graph has answered for. */
async function outcomesOf(
  send: ReturnType<typeof createItemSender>,
  batch: readonly ParsedRow[],
): Promise<readonly ReportRow[]> {
  const sendable = batch.flatMap((row) => (row.row === undefined ? [] : [row]));
  const answers = sendable.length === 0 ? [] : await send(sendable);
  const byPosition = new Map(answers.map((answer) => [answer.position, answer]));
  return batch.map((row) => {
    const answer = row.row === undefined ? undefined : byPosition.get(row.position);
    const { position, code, name, reasons } = row;
    return answer ?? { position, code, name, outcome: 'REFUSED', reasons };
  });
}

function counted(counts: Counts, rows: readonly ReportRow[]): Counts {
  return rows.reduce((sum, { outcome }) => ({ ...sum, [outcome]: sum[outcome] + 1 }), counts);
}

export function inFigures({ TAKEN, CHANGED, PROPOSED, UNCHANGED, REFUSED }: Counts): string {
  // Told only where there are some: most imports meet nothing that is public.
  const proposed = PROPOSED > 0 ? `, proposed ${PROPOSED.toString()}` : '';
  return `taken ${TAKEN.toString()}, changed ${CHANGED.toString()}${proposed}, unchanged ${UNCHANGED.toString()}, refused ${REFUSED.toString()}`;
}
