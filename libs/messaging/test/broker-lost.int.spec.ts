import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { connectMessaging, type Log } from '../src/index.ts';
import { SILENT } from '../src/log.ts';
import { startNats } from '../src/testing/index.ts';
import { trustClock } from '@onewindow/runtime';
import { freePort } from '@onewindow/runtime/embedded';
import { eventually } from '@onewindow/testing';
import { QUICK } from './quick.ts';
import { setStage } from './stage.ts';
import { thingReplica } from './thing-replica.ts';
import { thingChanged } from './things.ts';

const stage = setStage();
const names = Array.from({ length: 20 }, (_, index) => `thing ${index}`);
const allAt = (n: number) => names.map((name) => thingChanged(stage.owner(), [name, n]));
const expected = (n: number) =>
  allAt(n)
    .map(({ envelope }) => ({ _id: envelope.subject, sourceVersion: n, value: n }))
    .sort((left, right) => (left._id < right._id ? -1 : 1));

/** A broker that this test may destroy, with a publisher and a replica on it. */
async function ownBroker() {
  const port = await freePort();
  const first = await startNats({ port });
  const reader = await stage.connect('reader', { url: first.url });
  const publisher = await stage.publisher({ url: first.url });
  const replica = thingReplica(stage.db());
  await reader.consume(stage.consumer({ handle: replica.put }));
  await stage.ready(publisher, reader);
  const publish = async (n: number) => {
    const events = allAt(n);
    expect(await publisher.publish(events)).toEqual({ failed: [] });
    await stage.journal().add(events);
  };
  const arrived = (n: number) =>
    eventually(`all at ${n}`, async () =>
      Object.is(JSON.stringify(await replica.all()), JSON.stringify(expected(n))),
    );
  return { arrived, broker: first, port, publish, publisher, reader, replica };
}

it('brings consumers to the same state after the broker has lost its store', async () => {
  const { arrived, broker, port, publish, publisher, reader, replica } = await ownBroker();
  await publish(1);
  await publish(2);
  await arrived(2);
  await broker.kill();
  rmSync(join(broker.storeDir, 'jetstream'), { recursive: true });
  await eventually('unready', () => !publisher.isReady() && !reader.isReady());
  await replica.clear();

  const second = await startNats({ port, storeDir: broker.storeDir });
  await stage.ready(publisher, reader);
  await arrived(2);
  await publish(3);
  await arrived(3);
  await Promise.all([publisher.close(), reader.close()]);
  await second.stop();
  await broker.stop();
});

it('calls a lost stream an error, and a first one not', async () => {
  const port = await freePort();
  const first = await startNats({ port });
  const errors: string[] = [];
  const log: Log = { ...SILENT, error: (_about, message) => void errors.push(message) };
  const publisher = await stage.publisher({ url: first.url, log });
  await stage.ready(publisher);
  await publisher.publish(allAt(1));
  await stage.journal().add(allAt(1));
  expect(errors).toEqual([]);

  await first.kill();
  rmSync(join(first.storeDir, 'jetstream'), { recursive: true });
  const second = await startNats({ port, storeDir: first.storeDir });
  await eventually('noticed', () => errors.includes('the stream went back, filling it again'));
  await publisher.close();
  await second.stop();
  await first.stop();
});

it('fills the stream with the last 30 days, not only with the last minutes', async () => {
  const { arrived, broker, port, publisher, reader, replica } = await ownBroker();
  const events = allAt(1);
  const nineDaysAgo = new Date(Date.now() - 9 * 24 * 3_600_000);
  await stage.journal().add(events, nineDaysAgo);
  await publisher.publish(events);
  await arrived(1);
  await broker.kill();
  rmSync(join(broker.storeDir, 'jetstream'), { recursive: true });
  await replica.clear();
  const second = await startNats({ port, storeDir: broker.storeDir });
  await arrived(1);
  await Promise.all([publisher.close(), reader.close()]);
  await second.stop();
  await broker.stop();
});

it('publishes the last minutes again on every reconnect, as the same events', async () => {
  const { arrived, broker, port, publish, publisher, reader } = await ownBroker();
  await publish(1);
  await arrived(1);
  await broker.kill();
  await eventually('unready', () => !publisher.isReady());
  const second = await startNats({ port, storeDir: broker.storeDir });
  await stage.ready(publisher, reader);
  const recent = await stage.connect('watcher', { url: second.url });
  const ids: string[] = [];
  await recent.consume(
    stage.consumer({
      durable: 'watcher-things',
      handle: (event) => Promise.resolve(void ids.push(event.id)),
    }),
  );
  await eventually('all twice', () => ids.length >= 2 * names.length);
  expect(new Set(ids)).toEqual(new Set(allAt(1).map(({ envelope }) => envelope.id)));
  await Promise.all([publisher.close(), reader.close(), recent.close()]);
  await second.stop();
  await broker.stop();
});

it('notices after its own restart that the stream went back while it was down', async () => {
  const { arrived, broker, port, publish, publisher, reader, replica } = await ownBroker();
  await publish(1);
  await arrived(1);
  await publisher.close();
  await broker.kill();
  rmSync(join(broker.storeDir, 'jetstream'), { recursive: true });
  await replica.clear();
  const second = await startNats({ port, storeDir: broker.storeDir });
  // Another replica may have made the stream in between: its being there proves nothing.
  const hasty = await connectMessaging({
    ...{ url: second.url, service: stage.owner(), clock: trustClock, timings: QUICK },
    source: { ...stage.journal().source, publishedSince: nothing },
    database: stage.db('elsewhere'),
  });
  await stage.ready(hasty);
  await hasty.close();
  const again = await stage.publisher({ url: second.url, timings: { ...QUICK, recent: 0 } });
  await arrived(1);
  await Promise.all([again.close(), reader.close()]);
  await second.stop();
  await broker.stop();
});

it('starts without a broker, is not ready, and makes up for it when the broker comes', async () => {
  const port = await freePort();
  const url = `nats://127.0.0.1:${port}`;
  const publisher = await stage.publisher({ url });
  const reader = await stage.connect('reader', { url });
  const replica = thingReplica(stage.db());
  await reader.consume(stage.consumer({ handle: replica.put }));
  expect([publisher.isReady(), reader.isReady()]).toEqual([false, false]);
  await expect(publisher.publish(allAt(1))).rejects.toMatchObject({ name: 'BrokerUnreachable' });

  const broker = await startNats({ port });
  await stage.ready(publisher, reader);
  expect(await publisher.publish(allAt(1))).toEqual({ failed: [] });
  await eventually('arrived', async () => (await replica.all()).length === names.length);
  await Promise.all([publisher.close(), reader.close()]);
  await broker.stop();
});

async function* nothing() {
  // A journal that has published nothing.
}
