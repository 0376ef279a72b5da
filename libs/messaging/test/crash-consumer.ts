import type { EventEnvelope } from '@onewindow/contracts';
import { trustClock } from '@onewindow/runtime';
import { mongo } from 'mongoose';
import { v5 } from 'uuid';
import { connectMessaging } from '../src/index.ts';
import { QUICK } from './quick.ts';
import { connectTo } from './start-mongo.ts';
import { thingReplica } from './thing-replica.ts';
import { thingContracts } from './things.ts';

/**
 * A consumer that has two effects for each event, a replica and a creation, and that kills itself at
 * a point: `received`, `between`, `handled` (see the fail points) or `never`.
 */
const [url = '', uri = '', database = '', owner = '', point = ''] = process.argv.slice(2);
const client = await connectTo(uri);
const db = client.db(database);
const replica = thingReplica(db);
const created = db.collection<{ _id: string; value: number }>('created');
let reached = 0;

function dieAt(name: string): void {
  // Not at the first event, so that there is something behind and something ahead.
  if (name === point && ++reached === 3) process.kill(process.pid, 'SIGKILL');
}

async function create(event: EventEnvelope): Promise<void> {
  try {
    await created.insertOne({ _id: v5('receipt', event.id), value: event.aggregateversion });
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError) || error.code !== 11_000) throw error;
  }
}

const messaging = await connectMessaging({
  ...{ url, service: 'crashing', clock: trustClock, database: db, timings: QUICK },
  concurrency: 4,
  failPoint: dieAt,
});
await messaging.consume({
  ...{ from: owner, durable: 'crashing-things', contracts: [thingContracts(owner).changed] },
  handle: async (event) => {
    if (point === 'poison' && event.aggregateversion === 99) process.kill(process.pid, 'SIGKILL');
    await replica.put(event);
    dieAt('between');
    await create(event);
  },
});
process.once('SIGTERM', () => {
  void messaging
    .close()
    .then(() => client.close())
    .then(() => process.exit(0));
});
