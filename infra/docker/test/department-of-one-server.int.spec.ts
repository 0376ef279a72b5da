import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startNats, type StartedNats } from '@onewindow/messaging/testing';
import { connect, type NatsConnection } from 'nats';
import { root } from '../src/programs.ts';

const department = '41f0c1de-0000-4000-8000-000000000003';
let nats: StartedNats;
let connection: NatsConnection;

beforeAll(async () => {
  nats = await startNats();
  connection = await connect({ servers: nats.url });
});
afterAll(async () => {
  await (connection as NatsConnection | undefined)?.close();
  await (nats as StartedNats | undefined)?.stop();
});

const make = (env: Readonly<Record<string, string>>) =>
  spawnSync(
    process.execPath,
    [join(root, 'infra/docker/nats/make-department.mjs'), department, 'cases'],
    { encoding: 'utf8', env },
  );

it('says that the stream which it is to be filled from is not there', () => {
  const { status, stderr } = make({ NATS_URL: nats.url });
  expect([status, stderr]).toEqual([
    1,
    'There is no stream ONEWINDOW_CASES yet: start its service first.\n',
  ]);
});

it('has as many copies as the streams that it is filled from: one, on one server', async () => {
  const manager = await connection.jetstreamManager();
  await manager.streams.add({ name: 'ONEWINDOW_CASES', subjects: ['onewindow.cases.>'] });
  for (let times = 0; times < 2; times += 1) {
    const { status, stderr } = make({ NATS_URL: nats.url });
    expect([status, stderr]).toEqual([0, '']);
  }
  const { config } = await manager.streams.info(`DEPT_${department}`);
  expect(config.num_replicas).toBe(1);
  const durable = await manager.consumers.info(`DEPT_${department}`, 'reader');
  expect(durable.config.ack_policy).toBe('explicit');
});

it.each([
  [{}, 'NATS_URL is missing'],
  [{ NATS_URL: 'nats://127.0.0.1:1', NATS_STREAM_REPLICAS: 'x' }, 'a number from 1 to 5'],
])('says what is wrong with %j in a sentence', (env, sentence) => {
  const { status, stderr } = make(env);
  expect(status).toBe(1);
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
