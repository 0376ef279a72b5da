import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { caseAccepted, caseCompleted, caseDispatched, eventEnvelope } from '@onewindow/contracts';
import { StorageType, type NatsConnection } from 'nats';
import { root } from '../src/programs.ts';
import { operatorsEnvironment, variablesIn } from '../src/run-script.ts';
import { startNatsCluster, type NatsCluster } from './nats-cluster.ts';

const [own, other] = [
  '41f0c1de-0000-4000-8000-000000000001',
  '41f0c1de-0000-4000-8000-000000000002',
];
const stream = `DEPT_${own}`;
const secrets = {
  ...variablesIn(operatorsEnvironment()),
  [`${stream.toUpperCase()}_NATS_PASSWORD`]: 'of-the-department',
  DEPT_NATS_PASSWORD: 'of-the-department',
};
const readme = readFileSync(join(root, 'libs/contracts/README.md'), 'utf8');
let cluster: NatsCluster;
let cases: NatsConnection;
let folder: string;
let program: ChildProcess | undefined;
let makes: () => string;

beforeAll(async () => {
  // Inside the workspace, where the program finds its client.
  folder = mkdtempSync(join(root, '.onewindow', 'department-'));
  // Who is printed is put into the configuration: known here before the streams are there.
  const user =
    `{ user: "${stream}", password: $DEPT_NATS_PASSWORD, permissions: {\n` +
    `  publish: ["$JS.API.CONSUMER.INFO.${stream}.reader", "$JS.API.CONSUMER.MSG.NEXT.${stream}.reader", "$JS.ACK.${stream}.reader.>"]\n` +
    `  subscribe: ["_INBOX_${own}.>"] } }\n`;
  cluster = await startNatsCluster(secrets, { user });
  makes = () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(root, 'infra/docker/nats/make-department.mjs'), own, 'cases'],
      { encoding: 'utf8', env: { NATS_URL: cluster.urlOf('operator') } },
    );
    if (status !== 0) throw new Error(stderr);
    expect(stdout).toBe(user);
    return stdout;
  };
  cases = await cluster.connectAs('cases');
  await (
    await cases.jetstreamManager()
  ).streams.add({
    name: 'ONEWINDOW_CASES',
    subjects: ['onewindow.cases.>'],
    storage: StorageType.File,
    num_replicas: 3,
  });
});
afterAll(async () => {
  program?.kill();
  await (cases as NatsConnection | undefined)?.close();
  await (cluster as NatsCluster | undefined)?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const told = (type: string, department: string, aggregateversion: number) =>
  JSON.stringify({
    subject: department,
    type,
    aggregateversion,
    data: { happened: {}, snapshot: { status: type.split('.').at(-2)?.toUpperCase() } },
  });
const publish = (type: string, department: string, aggregateversion: number) =>
  cases.jetstream().publish(`${type}.${department}`, told(type, department, aggregateversion));
/** As a service does from its journal after the broker has lost something. */
const publishAgain = (type: string, aggregateversion: number) =>
  cases.jetstream().publish(`${type}-again.${own}`, told(type, own, aggregateversion));

it('the program of the README reads the events of its own department, and the newest only', async () => {
  makes();
  makes();
  const [, source = ''] = /```js\n([^]*?)```/.exec(readme) ?? [];
  writeFileSync(join(folder, 'department.mjs'), source);
  await publish(caseAccepted.type, other, 1);
  await publish(caseAccepted.type, own, 2);
  await publish(caseAccepted.type, own, 1);
  await publishAgain(caseDispatched.type, 3);
  await publish(caseCompleted.type, own, 4);
  program = spawn(process.execPath, [join(folder, 'department.mjs')], {
    env: {
      NATS_SERVERS: cluster.servers.join(','),
      NATS_PASSWORD: 'of-the-department',
      DEPARTMENT: own,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed: string[] = [];
  for await (const line of createInterface({ input: program.stdout ?? process.stdin })) {
    printed.push(line);
    if (line.includes('completed')) break;
  }
  expect(printed).toEqual([
    `${caseAccepted.type} ${own} ACCEPTED`,
    `${caseDispatched.type} ${own} DISPATCHED`,
    `${caseCompleted.type} ${own} COMPLETED`,
  ]);
});

it('its user reads no other stream, makes nothing and publishes nothing', async () => {
  const department = await cluster.connectAs(stream, `_INBOX_${own}`);
  const refused = /Permissions Violation/i;
  const ask = (subject: string) => department.request(subject, '', { timeout: 30_000 });
  await expect(ask('$JS.API.CONSUMER.MSG.NEXT.ONEWINDOW_CASES.reader')).rejects.toThrow(refused);
  await expect(ask('$JS.API.STREAM.MSG.GET.ONEWINDOW_CASES')).rejects.toThrow(refused);
  await expect(ask(`$JS.API.CONSUMER.CREATE.${stream}`)).rejects.toThrow(refused);
  await expect(ask(`${caseAccepted.type}.${own}`)).rejects.toThrow(refused);
  await department.close();
});

it('the event of the README is an event', () => {
  const [, text = ''] = /```json\n([^]*?)```/.exec(readme) ?? [];
  const event = eventEnvelope.parse(JSON.parse(text));
  expect(event.type).toBe(caseAccepted.type);
});
