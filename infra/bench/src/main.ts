import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { workspaceRoot } from '@onewindow/runtime/embedded';
import { checkOut } from './against.ts';
import { QUERIES } from './bench-graph.ts';
import { OURS, startGateways, type Gateways } from './gateways.ts';
import { compareFiles } from './compare.ts';
import { costOf, type Load } from './load.ts';
import { measure, type Measured, type Rounds } from './measure.ts';
import { fitLine, median, type Line } from './statistics.ts';
import { measureStart } from './start.ts';
import { measureStory } from './story.ts';
import { measureSubgraph } from './subgraph/measure-subgraph.ts';
import { printTable } from './table.ts';

const CONNECTIONS = 8;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '1,5,20,50,200' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '2' },
    peers: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '10' },
    against: { type: 'string' },
    only: { type: 'string' },
    requests: { type: 'string', default: '300' },
    cases: { type: 'string', default: '96' },
    json: { type: 'string' },
    compare: { type: 'boolean', default: false },
    // Of the centre that is started: one with data of its own.
    port: { type: 'string', default: '5800' },
  },
});
if (values.compare) {
  const [before, after, ...more] = positionals;
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('--compare takes two files that --json wrote.');
  compareFiles(before, after);
  process.exit();
}
const rows = values.rows.split(',').map(Number);
const rounds: Rounds = { rounds: Number(values.rounds), roundMs: Number(values.seconds) * 1000 };
const ALL = 'subgraph,rows,fetches,pass-through';
const parts = new Set((values.only ?? (values.against === undefined ? ALL : 'rows')).split(','));

if (parts.has('story')) {
  await measureStory();
  process.exit();
}
const figures: object[] = [];
if (parts.delete('start'))
  figures.push({ start: await measureStart({ port: Number(values.port), rounds: rounds.rounds }) });
if (parts.delete('subgraph')) {
  figures.push(
    await measureSubgraph({
      rounds: rounds.rounds,
      requests: Number(values.requests),
      cases: Number(values.cases),
    }),
  );
}
if (values.json !== undefined) {
  const written = Object.assign({}, ...figures) as object;
  writeFileSync(values.json, `${JSON.stringify(written, null, 2)}\n`);
}
if (parts.size === 0) process.exit();
const against =
  values.against === undefined ? undefined : checkOut(values.against, workspaceRoot(process.cwd()));
const gateways = await startGateways({ peers: values.peers, against });
try {
  if (parts.has('rows')) await byRows(gateways);
  if (parts.has('fetches')) await byFetches(gateways);
  if (parts.has('pass-through')) await passThrough(gateways);
  if (parts.has('memory')) await memory(gateways);
} finally {
  await gateways.stop();
  against?.remove();
}

/** N products, three reviews of each, their authors: three fetches in series. CPU = a + b·rows. */
async function byRows({ contenders }: Gateways): Promise<void> {
  const loads = rows.map((count) => loadOf(3, count));
  const measured = await measure(contenders, loads, rounds);
  measured.forEach((costs, at) => {
    tell(`${rows[at] ?? 0} rows, 3 fetches`, costs);
  });
  if (rows.length < 3) return;
  const fitted = contenders.map(({ name }, at) => ({ name, ...lineOf(rows, measured, at) }));
  printTable(`CPU = a + b·rows (${rows.join(', ')})`, {
    head: ['', 'a (ms)', 'b (µs a row)', 'R²'],
    rows: fitted.map(({ name, intercept, slope, r2 }) => [
      name,
      intercept.toFixed(3),
      (slope * 1000).toFixed(1),
      r2.toFixed(3),
    ]),
  });
}

/** What each fetch adds that brings one row. */
async function byFetches({ contenders }: Gateways): Promise<void> {
  const fetches = [1, 2, 3] as const;
  const loads = fetches.map((count) => loadOf(count, 1));
  const measured = await measure(contenders, loads, rounds);
  printTable('One more fetch (1, 2 and 3 fetches of one row)', {
    head: ['', 'CPU of one more fetch (µs)'],
    rows: contenders.map(({ name }, at) => [
      name,
      (lineOf(fetches, measured, at).slope * 1000).toFixed(0),
    ]),
  });
}

/** One subgraph behind a gateway against one by Apollo's server without any. */
async function passThrough({ contenders, plainSubgraph }: Gateways): Promise<void> {
  const [measured = []] = await measure([plainSubgraph, ...contenders], [loadOf(1, 50)], rounds);
  tell('50 rows of one subgraph; the first is that subgraph with no gateway', measured);
}

function loadOf(fetches: keyof typeof QUERIES, count: number): Load {
  return { query: QUERIES[fetches], rows: count, connections: CONNECTIONS };
}

/** The CPU of one contender by what differs between the loads. */
function lineOf(
  xs: readonly number[],
  measured: readonly (readonly Measured[])[],
  contender: number,
): Line {
  return fitLine(xs.map((x, at) => ({ x, y: measured[at]?.[contender]?.cpuMs ?? 0 })));
}

/** Megabytes of ours under load, at the beginning (warm) and at the end. */
async function memory({ contenders }: Gateways): Promise<void> {
  const ours = contenders.find(({ name }) => name === OURS);
  if (ours === undefined) return;
  const load = loadOf(3, 50);
  await costOf(ours, load, 10_000);
  const began = performance.now();
  const samples: { readonly minute: number; readonly megabytes: number }[] = [];
  for (let minute = 0; minute <= Number(values.minutes);) {
    samples.push({ minute, megabytes: ours.memory() });
    await costOf(ours, load, 1_000);
    minute = (performance.now() - began) / 60_000;
  }
  const of = (from: number, to: number) =>
    median(samples.slice(from, to).map(({ megabytes }) => megabytes));
  const tenth = Math.max(1, Math.floor(samples.length / 10));
  const [first, last] = [of(0, tenth), of(-tenth, samples.length)];
  printTable(`Resident memory over ${values.minutes} minutes at 50 rows`, {
    head: ['', 'first tenth (MB)', 'last tenth (MB)', 'most (MB)', 'growth'],
    rows: [
      [
        ours.name,
        ...[first, last, Math.max(...samples.map(({ megabytes }) => megabytes))].map((mb) =>
          mb.toFixed(0),
        ),
        `${((last / first - 1) * 100).toFixed(1)} %`,
      ],
    ],
  });
}

/** Costs with how many times the first one's each is. */
function tell(title: string, measured: readonly Measured[]): void {
  printTable(title, {
    head: ['', 'CPU ms', 'requests/s', 'times cheaper', '95 % of that median'],
    rows: measured.map(({ name, cpuMs, perSecond, times, between: [low, high] }) => [
      name,
      cpuMs.toFixed(3),
      perSecond.toFixed(0),
      times.toFixed(3),
      `${low.toFixed(3)} to ${high.toFixed(3)}`,
    ]),
  });
}
