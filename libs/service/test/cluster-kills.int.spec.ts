import { setTimeout as sleep } from 'node:timers/promises';
import { defineEvent, fact } from '@onewindow/contracts';
import { accept, reject, type Decider } from '@onewindow/kernel';
import { connectMessaging, streamOf, type Messaging } from '@onewindow/messaging';
import { startNatsCluster, type StartedCluster } from '@onewindow/messaging/testing';
import {
  createEventSource,
  createIndexes,
  createJournal,
  createOutbox,
  createReplica,
  journalIndexes,
  newId,
  type AggregateType,
} from '@onewindow/persistence';
import { useDatabase } from '@onewindow/persistence/testing';
import { trustClock } from '@onewindow/runtime';
import { connect, type NatsConnection } from 'nats';
import { z } from 'zod';
import { keepSnapshot } from '../src/index.ts';
import { until } from '../src/testing/index.ts';

/** The smallest aggregate: it is there. */
const visitBegun = defineEvent({
  ...{ service: 'halls', aggregate: 'visit', happened: 'begun', version: 1 },
  schema: z.object({ happened: z.object({}), snapshot: z.object({ id: z.string() }) }),
  description: { en: 'Somebody has come.', zh: '来访' },
});
interface State {
  readonly isThere: boolean;
}
interface Command {
  readonly type: 'Begin';
}
interface Event {
  readonly type: 'VisitBegun';
}
interface Refused {
  readonly code: 'AlreadyThere';
}
const lifecycle: Decider<State, Command, Event, Refused> = {
  initial: { isThere: false },
  decide: (_, { isThere }) =>
    isThere ? reject({ code: 'AlreadyThere' }) : accept({ type: 'VisitBegun' }),
  evolve: () => ({ isThere: true }),
};
const region = newId();
const visitType: AggregateType<State, Command, Event, Refused> = {
  ...{ kind: 'visit', collection: 'visits', stateVersion: 1, decider: lifecycle },
  belonging: () => ({ region }),
  publish: (_, __, id) => fact(visitBegun, { happened: {}, snapshot: { id } }),
  ...{ indexes: [], queries: {} },
};

const publishing = useDatabase();
const reading = useDatabase();
let cluster: StartedCluster;
let operator: NatsConnection;
let open: Messaging[] = [];

beforeAll(async () => {
  cluster = await startNatsCluster();
  operator = await connect({
    ...{ servers: cluster.url.replaceAll('nats://', '').split(','), maxReconnectAttempts: -1 },
    reconnectTimeWait: 100,
  });
});
afterEach(async () => {
  await Promise.all(open.map((messaging) => messaging.close()));
  open = [];
});
afterAll(async () => {
  await operator.close();
  await cluster.stop();
});

/** A service that has visits, and another that keeps a row of each: with the waits of a deployment. */
async function twoServices() {
  const nats = { url: cluster.url, clock: trustClock, stream: { replicas: 3, maxBytes: 2 ** 28 } };
  const outbox = createOutbox({
    clock: trustClock,
    publisher: { publish: (events) => halls.publish(events) },
  });
  const written = { database: publishing().database, outbox, hmacKey: 'of the test' };
  await createIndexes(written.database, [journalIndexes(visitType)]);
  const visits = createJournal(visitType, { ...written, clock: trustClock });
  const halls = await connectMessaging({
    ...{ ...nats, service: 'halls', database: publishing().database.native },
    source: createEventSource([visits]),
  });
  const { native: database } = reading().database;
  const desks = await connectMessaging({ ...nats, service: 'desks', database });
  open.push(halls, desks);
  const rows = createReplica(reading().database, 'visits', { indexes: [], queries: {} });
  const { contracts, handle } = keepSnapshot([visitBegun], rows, (_, head) => head);
  await desks.consume({
    ...{ from: 'halls', durable: 'desks-visits', contracts },
    handle,
  });
  outbox.start();
  await until(() => halls.isReady() && desks.isReady(), 60_000);
  const begin = async () => {
    const id = newId();
    const meta = { actor: 'test', at: trustClock.now() };
    const outcome = await visits.create({ id, command: { type: 'Begin' }, meta });
    expect(outcome.ok).toBe(true);
    return id;
  };
  return { begin, rows, stop: () => outbox.stop() };
}

/** When stream and durable have a leader again that answers. */
async function leaderOf(durable: string, ...others: readonly string[]): Promise<string> {
  const manager = await operator.jetstreamManager({ checkAPI: false, timeout: 500 });
  for (;;) {
    try {
      const { cluster: stream } = await manager.streams.info(streamOf('halls'));
      const { cluster: reader } = await manager.consumers.info(streamOf('halls'), durable);
      const leaders = [stream?.leader ?? '', reader?.leader ?? ''];
      if (leaders.every((leader) => leader !== '' && !others.includes(leader)))
        return leaders.join();
    } catch {
      // Nobody leads yet.
    }
    await sleep(50);
  }
}

it('tells of every new aggregate soon after a new leader is there, whichever server is killed', async () => {
  const { begin, rows, stop } = await twoServices();
  const begun = new Map<string, number>();
  const known = new Map<string, number>();
  const over = new AbortController();
  const commanding = (async () => {
    while (!over.signal.aborted) {
      begun.set(await begin(), performance.now());
      await sleep(50);
    }
  })();
  // Not over.signal: what was begun while that was given is to be known, too.
  const allBegun = new AbortController();
  const looking = (async () => {
    while (!allBegun.signal.aborted || known.size < begun.size) {
      const unknown = [...begun.keys()].filter((id) => !known.has(id));
      const found = await rows.findMany(unknown);
      for (const row of found) if (row) known.set(row._id, performance.now());
      await sleep(20);
    }
  })();

  const late: number[] = [];
  for (const index of [0, 1, 2]) {
    await sleep(1_000);
    await cluster.kill(index);
    await leaderOf('desks-visits', `server-${index}`);
    const ledAt = performance.now();
    await cluster.startAgain(index);
    const sofar = [...begun].filter(([, at]) => at < ledAt).map(([id]) => id);
    await until(() => sofar.every((id) => known.has(id)), 60_000);
    const last = Math.max(...sofar.map((id) => known.get(id) ?? Infinity));
    late.push(last - ledAt);
  }
  over.abort();
  await commanding;
  allBegun.abort();
  await looking;
  await stop();
  // Architecture: three seconds. Told, not asserted: a busy machine is no fault of ours.
  process.stdout.write(`all known ${late.map(Math.round).join(', ')} ms after a new leader\n`);
  // Nothing is lost, and nothing became two.
  expect([...known.keys()].sort()).toEqual([...begun.keys()].sort());
  expect(await reading().database.collection('visits').countDocuments()).toBe(begun.size);
}, 240_000);
