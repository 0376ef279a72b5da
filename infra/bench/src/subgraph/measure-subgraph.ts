import { join } from 'node:path';
import { startNats } from '@onewindow/messaging/testing';
import { connectDatabase } from '@onewindow/persistence';
import { startMongo } from '@onewindow/persistence/testing';
import { freePort, workspaceRoot } from '@onewindow/runtime/embedded';
import { startContender, type Contender } from '../contender.ts';
import { printTable } from '../table.ts';
import { SECRET } from './load.ts';
import { costOfReads, readsOf, type ReadCost } from './reads.ts';
import { writeRows } from './rows.ts';
import { acceptCases, submitCases, type WriteCost } from './writes.ts';

const CLIENTS = [1, 8, 32, 128];

/**
 * The service of cases alone, on servers of its own: what a read costs against the least that Node needs for the same
 * fields, and what many clients that write at once get. Answers the figures.
 */
export async function measureSubgraph(options: {
  readonly rounds: number;
  readonly requests: number;
  readonly cases: number;
}) {
  const [mongo, nats] = await Promise.all([startMongo(), startNats()]);
  const database = await connectDatabase({ uri: mongo.uri, database: mongo.prefix });
  const started: Contender[] = [];
  const start = async (name: string, file: string, env: Readonly<Record<string, string>>) => {
    const port = await freePort();
    const contender = await startContender({
      name,
      command: [process.execPath, join(workspaceRoot(process.cwd()), file)],
      env: {
        ...{ MONGODB_URI: mongo.uri, MONGODB_DATABASE: mongo.prefix, NATS_URL: nats.url },
        ...{ PORT: port.toString(), HOST: '127.0.0.1', ...env },
      },
      url: `http://127.0.0.1:${port.toString()}/graphql`,
    });
    started.push(contender);
    return contender;
  };
  try {
    await writeRows(database);
    const adminPort = (await freePort()).toString();
    const subgraph = {
      ...(await start('cases', 'services/cases/dist/main.js', {
        ...ENVIRONMENT,
        ADMIN_PORT: adminPort,
      })),
      admin: `http://127.0.0.1:${adminPort}`,
    };
    const bare = await start('bare', 'infra/bench/dist/bare-cases.js', {});
    await submitCases(subgraph, { clients: 4, cases: 40 });
    const writes = [];
    for (const clients of CLIENTS) {
      writes.push(
        await submitCases(subgraph, { clients, cases: Math.max(options.cases, clients) }),
      );
    }
    const made = writes.flatMap((write) => write.made);
    writes.push(await acceptCases(subgraph, { clients: 8, cases: made }));
    const reads = await costOfReads({ subgraph, bare }, readsOf(made), options);
    tell(reads, writes);
    return { reads, writes: writes.map(({ made: _, ...write }) => write) };
  } finally {
    await Promise.all(started.map((contender) => contender.stop()));
    await database.close();
    await Promise.all([mongo.kill(), nats.stop()]);
  }
}

/** Keys that exist for this run only. */
const ENVIRONMENT = {
  REQUEST_TOKEN_KEYS: `k:${SECRET}`,
  JOURNAL_HMAC_KEY: SECRET,
  PERSONAL_DATA_KEYS: `p:${Buffer.alloc(32, 7).toString('base64')}`,
  PERSONAL_DATA_INDEX_SECRET: SECRET,
  LOG_LEVEL: 'error',
  ONEWINDOW_LOCAL: '1',
  APOLLO_TELEMETRY_DISABLED: '1',
} as const;

function tell(reads: readonly ReadCost[], writes: readonly WriteCost[]): void {
  printTable('Reads of the subgraph of cases against the least that Node needs (B)', {
    head: ['', 'CPU ms', 'B', 'times B', 'from', 'to', 'reach'],
    rows: reads.map(({ name, cpuMs, bareMs, times, spread, reach }) => [
      name,
      ...[cpuMs, bareMs, times, ...spread].map((figure) => figure.toFixed(2)),
      reach.toString(),
    ]),
  });
  const alone = writes[0]?.perSecond ?? 0;
  printTable('Mutations by so many clients at once', {
    head: [
      'mutation',
      'clients',
      'written',
      'failed',
      'a second',
      'times submitCase by one',
      'Mongo commands each',
    ],
    rows: writes.map(({ mutation, clients, written, failed, perSecond, commands }) => [
      mutation,
      ...[clients, written, failed].map(String),
      ...[perSecond, perSecond / alone, commands].map((figure) => figure.toFixed(2)),
    ]),
  });
}
