import { parseArgs } from 'node:util';
import { QUERIES } from './bench-graph.ts';
import { startGateways, type Gateways } from './gateways.ts';
import { costOf } from './load.ts';
import { measure, type Measured, type Rounds } from './measure.ts';
import { fitLine, median } from './statistics.ts';
import { measureStory } from './story.ts';
import { printTable } from './table.ts';

const CONNECTIONS = 8;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '5,50,200' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '2' },
    peers: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '10' },
    only: { type: 'string', default: 'rows,line,fetches,pass-through' },
  },
});
const rows = values.rows.split(',').map(Number);
const rounds: Rounds = { rounds: Number(values.rounds), roundMs: Number(values.seconds) * 1000 };
const parts = new Set(values.only.split(','));

if (parts.has('story')) {
  await measureStory();
  process.exit();
}
const gateways = await startGateways(values.peers);
try {
  if (parts.has('rows')) await byRows(gateways);
  if (parts.has('line')) await line(gateways);
  if (parts.has('fetches')) await byFetches(gateways);
  if (parts.has('pass-through')) await passThrough(gateways);
  if (parts.has('memory')) await memory(gateways);
} finally {
  await gateways.stop();
}

/** N products, three reviews of each, their authors: three fetches in series. */
async function byRows({ contenders }: Gateways): Promise<void> {
  for (const count of rows) {
    const load = { query: QUERIES[3], rows: count, connections: CONNECTIONS };
    tell(`${count} rows, 3 fetches`, await measure(contenders, load, rounds));
  }
}

/** CPU = a + b·rows. */
async function line({ contenders }: Gateways): Promise<void> {
  const measured: { readonly x: number; readonly costs: readonly Measured[] }[] = [];
  for (const x of [1, 5, 20, 50, 200]) {
    const load = { query: QUERIES[3], rows: x, connections: CONNECTIONS };
    measured.push({ x, costs: await measure(contenders, load, rounds) });
  }
  const fitted = contenders.map(({ name }, at) => {
    const points = measured.map(({ x, costs }) => ({ x, y: costs[at]?.cpuMs ?? 0 }));
    return { name, ...fitLine(points) };
  });
  printTable('CPU = a + b·rows (1, 5, 20, 50, 200)', {
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
  const costs: (readonly Measured[])[] = [];
  for (const fetches of [1, 2, 3] as const) {
    const load = { query: QUERIES[fetches], rows: 1, connections: CONNECTIONS };
    costs.push(await measure(contenders, load, rounds));
  }
  printTable('One more fetch (1, 2 and 3 fetches of one row)', {
    head: ['', 'CPU of one more fetch (µs)'],
    rows: contenders.map(({ name }, at) => {
      const points = costs.map((each, index) => ({ x: index + 1, y: each[at]?.cpuMs ?? 0 }));
      return [name, (fitLine(points).slope * 1000).toFixed(0)];
    }),
  });
}

/** One subgraph behind a gateway against one by Apollo's server without any. */
async function passThrough({ contenders, plainSubgraph }: Gateways): Promise<void> {
  const load = { query: QUERIES[1], rows: 50, connections: CONNECTIONS };
  const measured = await measure([plainSubgraph, ...contenders], load, rounds);
  tell('50 rows of one subgraph; the first is that subgraph with no gateway', measured);
}

/** Megabytes of ours under load, at the beginning (warm) and at the end. */
async function memory({ contenders }: Gateways): Promise<void> {
  const ours = contenders.find(({ name }) => name === 'One Window');
  if (ours === undefined) return;
  const load = { query: QUERIES[3], rows: 50, connections: CONNECTIONS };
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
  const [first] = measured;
  printTable(title, {
    head: ['', 'CPU ms', 'requests/s', 'times cheaper'],
    rows: measured.map(({ name, cpuMs, perSecond }) => [
      name,
      cpuMs.toFixed(3),
      perSecond.toFixed(0),
      ((first?.cpuMs ?? 0) / cpuMs).toFixed(2),
    ]),
  });
}
