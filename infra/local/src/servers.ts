import { join } from 'node:path';
import { demandRoom } from '@onewindow/messaging';
import { initiateReplicaSet } from '@onewindow/persistence';
import { locateMongo, locateNats, startMongo, startNats } from '@onewindow/runtime/embedded';
import { sentence } from '../setup/sentence.mjs';
import { demandAnswer, pingMongo, pingNats } from './addresses.ts';
import { streamBytes } from './environment.ts';
import type { Base } from './site.ts';
import { supervise } from './supervise.ts';

export interface Server {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** The database of this run: the one at MONGODB_URI, which is only asked whether it is there, or our own. */
export async function startDatabase({ env, root, ports, folders, watch }: Base): Promise<Server> {
  const located = locateMongo(env, root);
  if (located.kind === 'missing') throw sentence(`No MongoDB server is there. ${located.advice}`);
  if (located.kind === 'address') {
    await demandAnswer('MONGODB_URI', located.uri, pingMongo);
    return { address: located.uri, stop: () => Promise.resolve() };
  }
  let address = '';
  const { stop } = await supervise({
    ...watch,
    name: 'database',
    isAlive: () => pingMongo(address),
    start: async (on) => {
      const { uri, ...running } = await startMongo(located, {
        ...on,
        env,
        port: ports.mongo,
        directory: join(folders.data, 'mongo'),
        logFile: join(folders.logs, 'mongo.log'),
        ping: pingMongo,
        initiate: initiateReplicaSet,
      });
      address = uri;
      return running;
    },
  });
  return { address, stop };
}

/** The broker of this run: the one at NATS_URL, which is only asked whether it is there, or our own. */
export async function startBroker({ env, root, ports, folders, watch }: Base): Promise<Server> {
  const located = locateNats(env, root);
  if (located.kind === 'missing') throw sentence(`No NATS server is there. ${located.advice}`);
  if (located.kind === 'address') {
    await demandAnswer('NATS_URL', located.url, pingNats);
    return { address: located.url, stop: () => Promise.resolve() };
  }
  let address = '';
  const { stop } = await supervise({
    ...watch,
    name: 'broker',
    isAlive: () => pingNats(address),
    start: async (on) => {
      const { url, ...running } = await startNats(located, {
        ...on,
        env,
        port: ports.nats,
        directory: join(folders.data, 'nats'),
        logFile: join(folders.logs, 'nats.log'),
        ping: pingNats,
      });
      address = url;
      return running;
    },
  });
  return { address, stop };
}

/** Refuses with a sentence when the broker has no room for the services' streams, rather than wait for them for ever. */
export async function demandRoomForStreams({ address }: Server, base: Base): Promise<void> {
  try {
    await demandRoom(address, {
      services: Object.keys(base.ports.services),
      maxBytes: streamBytes(base),
      replicas: Number(base.env['NATS_STREAM_REPLICAS'] ?? '1'),
    });
  } catch (cause) {
    throw sentence(cause instanceof Error ? cause.message : String(cause), cause);
  }
}
