import { connectStreamFollower } from '@onewindow/messaging';
import { AckPolicy, headers, StorageType, type NatsConnection } from 'nats';
import { operatorsEnvironment, variablesIn } from '../src/run-script.ts';
import { startNatsCluster, type NatsCluster } from './nats-cluster.ts';

let cluster: NatsCluster;
const connections: NatsConnection[] = [];
const connectAs = async (user: string) => {
  const connection = await cluster.connectAs(user);
  connections.push(connection);
  return connection;
};

beforeAll(async () => {
  cluster = await startNatsCluster(variablesIn(operatorsEnvironment()));
});
afterAll(async () => {
  await Promise.all(connections.map((connection) => connection.close()));
  await (cluster as NatsCluster | undefined)?.stop();
});

it('lets nobody in without a password', async () => {
  await expect(cluster.connectAs('nobody')).rejects.toThrow(/Authorization/);
});

it('a service publishes its own events and no other service’s', async () => {
  const cases = await connectAs('cases');
  const manager = await cases.jetstreamManager();
  await manager.streams.add({
    name: 'ONEWINDOW_CASES',
    subjects: ['onewindow.cases.>'],
    storage: StorageType.File,
    num_replicas: 3,
  });
  const own = 'onewindow.cases.case.accepted.v1._';
  // Between the making of a stream and its first leader nobody answers for it.
  expect((await eventually(() => cases.jetstream().publish(own))).stream).toBe('ONEWINDOW_CASES');
  const items = await connectAs('items');
  await expect(items.jetstream().publish(own)).rejects.toThrow(/Permissions Violation/);
});

it('a service is asked for a replay by any other, and answers', async () => {
  const [cases, items] = await Promise.all([connectAs('cases'), connectAs('items')]);
  const asked = items.subscribe('onewindow.replay.items', { max: 1 });
  await items.flush();
  const answered = (async () => {
    for await (const message of asked) message.respond('yes');
  })();
  const answer = await cases.request('onewindow.replay.items', '', {
    timeout: 30_000,
    headers: headers(),
  });
  await answered;
  expect(answer.string()).toBe('yes');
});

it('the gateway hears the events of all services, and can do nothing else', async () => {
  const inbox = { inboxPrefix: '_INBOX.gateway' };
  const follower = await connectStreamFollower({
    ...{ url: cluster.urlOf('gateway'), name: 'gateway', ...inbox },
  });
  const cases = await connectAs('cases');
  const stop = AbortSignal.timeout(100_000);
  const heard = (async () => {
    const after = await follower.now('cases');
    const events = ['onewindow.cases.case.*.v1'];
    for await (const { envelope } of follower.follow({ events, after, signal: stop })) {
      return envelope.subject;
    }
    return undefined;
  })();
  const told = { ...{ specversion: '1.0', datacontenttype: 'application/json', id: 'e-1' } };
  const about = { source: '/onewindow/cases', type: 'onewindow.cases.case.accepted.v1' };
  const when = { time: '2026-03-02T01:00:00Z', aggregateversion: 1, region: 'r', actor: 'a' };
  const envelope = { ...told, ...about, ...when, subject: 'case-1', data: {} };
  const publishing = setInterval(() => {
    void cases.jetstream().publish(`${about.type}._`, JSON.stringify(envelope));
  }, 500);
  expect(await heard).toBe('case-1');
  clearInterval(publishing);
  await follower.close();

  const gateway = await cluster.connectAs('gateway', inbox.inboxPrefix);
  connections.push(gateway);
  const manager = await gateway.jetstreamManager({ checkAPI: false, timeout: 1_000 });
  await expect(gateway.jetstream().publish(`${about.type}._`)).rejects.toThrow(/Permissions/);
  await expect(manager.streams.delete('ONEWINDOW_CASES')).rejects.toThrow();
  await expect(manager.streams.purge('ONEWINDOW_CASES')).rejects.toThrow();
  await expect(
    manager.consumers.add('ONEWINDOW_CASES', { durable_name: 'stays', ack_policy: AckPolicy.None }),
  ).rejects.toThrow();
  const overheard = gateway.subscribe('_INBOX.>');
  await expect(overheard.closed).resolves.toBeUndefined();
});

it('with one server lost, what was acknowledged is there and more can be', async () => {
  const cases = await connectAs('cases');
  const publish = () => cases.jetstream().publish('onewindow.cases.case.completed.v1._');
  const before = await publish();
  await cluster.loseOne();
  // A server that led is followed by another within seconds; until then nothing is acknowledged.
  const after = await eventually(publish);
  const manager = await eventually(() => cases.jetstreamManager());
  const read = await eventually(() =>
    manager.streams.getMessage('ONEWINDOW_CASES', { seq: before.seq }),
  );
  expect(read.subject).toBe('onewindow.cases.case.completed.v1._');
  expect(after.seq).toBeGreaterThan(before.seq);
});

async function eventually<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (const until = Date.now() + 30_000; ;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((again) => setTimeout(again, 200));
    }
  }
}
