import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineEvent } from '@onewindow/contracts';
import { connectMessaging, type Messaging } from '@onewindow/messaging';
import { startNats, type StartedNats } from '@onewindow/messaging/testing';
import { connectDatabase, type Database } from '@onewindow/persistence';
import { startMongo, type TestMongo } from '@onewindow/persistence/testing';
import { createHttpHost, createLog, createMetrics, trustClock } from '@onewindow/runtime';
import { freePort } from '@onewindow/runtime/embedded';
import { z } from 'zod';
import { createCommandLine } from '../src/command-line.ts';
import { collectFacts } from '../src/doctor/collect-facts.ts';
import { diagnose } from '../src/doctor/diagnose.ts';
import { secretOf } from './healthy-facts.ts';

const changed = defineEvent({
  ...{ service: 'cases', aggregate: 'case', happened: 'changed', version: 1 },
  schema: z.object({}),
  description: { en: 'A case changed.', zh: '办件变更' },
});
const folder = mkdtempSync(join(tmpdir(), 'onewindow-doctor-'));
const closing: (() => Promise<unknown>)[] = [];
let mongo: TestMongo;
let nats: StartedNats;
let database: Database;
let messaging: Messaging;
let port: number;

/** A program without anything but its health, as the gateway or as a service. */
async function answerAt(at: number, isReady: () => boolean, adminPort = 0) {
  const host = createHttpHost({
    ...{ port: at, host: '127.0.0.1', metrics: createMetrics('cases') },
    ...{ log: createLog({ service: 'cases', level: 'silent' }), readiness: isReady },
    ...{ handlers: {}, adminPort },
    adminHandlers: {
      '/health/subgraphs': ({ response }) => void response.end('{"cases":"down"}'),
    },
  });
  await host.start();
  closing.push(() => host.drain(0));
}

beforeAll(async () => {
  [mongo, nats, port] = await Promise.all([startMongo(), startNats(), freePort()]);
  database = await connectDatabase({ uri: mongo.uri, database: `onewindow_${port}_cases` });
  messaging = await connectMessaging({
    ...{ url: nats.url, service: 'cases', clock: trustClock, database: database.native },
    source: { publishedSince: () => none(), newest: () => none() },
  });
  const handle = () => Promise.resolve();
  await messaging.consume({ from: 'cases', durable: 'cases-own', contracts: [changed], handle });
  while (!messaging.isReady()) await sleep(50);
  await answerAt(port, () => true, port + 4);
  await answerAt(port + 10, () => messaging.isReady());

  write('nx.json', '{ "neverConnectToCloud": true, "analytics": false }');
  write('services/cases/src/main.ts', '');
  const names = ['identityKey', 'personalData', 'blindIndex', 'journal', 'sessions', 'cookies'];
  const secrets = [...names, 'requestTokens:cases'].map((name) => [name, secretOf(name)]);
  write('.onewindow/secrets.json', JSON.stringify(Object.fromEntries(secrets)));
});
afterAll(async () => {
  await Promise.all(closing.map((close) => close()));
  await messaging.close();
  // Its name is that of a real centre: on a server that somebody else has started it must go by itself.
  await database.connection.dropDatabase();
  await database.close();
  await Promise.all([mongo.kill(), nats.stop()]);
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

async function* none(): AsyncGenerator<never> {
  // Nothing was ever published.
}

const local = () => ({ MONGODB_URI: mongo.uri, NATS_URL: nats.url });
const bad = (findings: ReturnType<typeof diagnose>) =>
  findings.filter(({ level }) => level === 'fail').map(({ about }) => about);

it('finds the centre of npm start by its port, its servers, streams, durables and keys', async () => {
  const facts = await collectFacts({ root: folder, env: local(), port, files: [] });
  const findings = diagnose(facts).filter(({ about }) => !/personal|Python|packages/.test(about));
  const told = new Map(findings.map(({ about, detail, level }) => [about, `${level} ${detail}`]));
  expect(told.get('MongoDB of cases')).toMatch(/^ok replica set of 1, majority write in \d+ ms$/);
  expect(told.get('NATS')).toMatch(/^ok 2\.\d+\.\d+, JetStream is on$/);
  expect(told.get('stream ONEWINDOW_CASES')).toMatch(/^ok /);
  expect(told.get('durable cases-own')).toBe('ok 0 waiting, 0 in hand');
  expect(told.get('service cases')).toBe(`ok ready at http://127.0.0.1:${port + 10}`);
  // Asked at its port for operators.
  expect(told.get('gateway')).toBe('warn takes cases to be down');
  expect(told.get('clock')).toMatch(/^ok \d clocks agree/);
});

it('tells of a real centre by its environments, and fails for keys that do not agree', async () => {
  const gateway = write(
    'gateway.env',
    `PORT=${port}\nSESSION_KEYS=one:${secretOf('s')}\nSUBGRAPH_TOKEN_KEYS=cases=one:${secretOf('c')}\n` +
      `SUBGRAPH_URLS=cases=http://127.0.0.1:${port + 10}/graphql\nAPOLLO_TELEMETRY_DISABLED=1\n`,
  );
  const ofCases = (secret: string) =>
    write(
      'cases/.env',
      `MONGODB_URI=${mongo.uri}\nMONGODB_DATABASE=onewindow_${port}_cases\nNATS_URL=${nats.url}\n` +
        `REQUEST_TOKEN_KEYS=one:${secret}\nJOURNAL_HMAC_KEY="${secretOf('j')}"\nAPOLLO_TELEMETRY_DISABLED=1\n`,
    );
  const facts = async (secret: string) =>
    collectFacts({ root: folder, env: {}, port: 1, files: [gateway, ofCases(secret)] });
  const agreeing = diagnose(await facts(secretOf('c')));
  expect(bad(agreeing)).toEqual([]);
  const programs = agreeing.filter(({ about }) => ['gateway', 'service cases'].includes(about));
  expect(programs.map(({ level }) => level)).toEqual(['ok', 'ok']);
  expect(bad(diagnose(await facts(secretOf('d'))))).toEqual(['keys of cases']);
});

it('servers and programs that are away are told one by one, and the command fails', async () => {
  const env = { MONGODB_URI: 'mongodb://user:hidden@127.0.0.1:1/', NATS_URL: 'nats://127.0.0.1:1' };
  const nobody = await freePort();
  const file = write(
    'away/.env',
    `${Object.entries(env)
      .map((it) => it.join('='))
      .join('\n')}\nPORT=${nobody}\n`,
  );
  const printed: string[] = [];
  const program = createCommandLine({
    ...{ env: {}, tell: () => undefined, print: (line) => void printed.push(line) },
  }).exitOverride();
  await expect(
    program.parseAsync(['doctor', '--env', `cases=${file}`], { from: 'user' }),
  ).rejects.toThrow('checks failed');
  const text = printed.join('\n');
  for (const about of ['MongoDB of cases', 'NATS', 'service cases', 'keys of cases']) {
    expect(text).toMatch(new RegExp(`^FAIL  ${about} `, 'm'));
  }
  expect(text).not.toContain('hidden');
});

it('a workspace in which nothing was ever started is told so', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'onewindow-doctor-'));
  const question = { root: empty, env: {}, port, files: [] };
  await expect(collectFacts(question)).rejects.toThrow('run npm start first');
  rmSync(empty, { recursive: true });
});
