import {
  createMemoryNonces,
  createMongoNonces,
  createRequestTokenVerifier,
  type NonceDocument,
} from '@onewindow/identity';
import { connectMessaging, createDeadLetters } from '@onewindow/messaging';
import {
  connectDatabase,
  createEventSource,
  createIndexes,
  createOutbox,
  createReplica,
  replicaIndexes,
} from '@onewindow/persistence';
import { businessClock, trustClock, type Log, type Metrics } from '@onewindow/runtime';
import { createSubgraph } from '@onewindow/subgraph';
import type { RequestContext } from './context.ts';
import type { WindowsEnvironment } from './environment.ts';
import { decisionEvents, onCaseDecided } from './events/on-case-decided.ts';
import { itemEvents, onItemChanged } from './events/on-item-changed.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { createLoaders } from './loaders/create-loaders.ts';
import { createJournals, indexes } from './persistence/create-journals.ts';
import { itemReplica, type ItemRow } from './persistence/item-replica.ts';

const NAME = 'windows';

/** Everything of this service is made here, and stopped in the opposite order. */
export async function createWindowsService(
  environment: WindowsEnvironment,
  { log, metrics }: { readonly log: Log; readonly metrics: Metrics },
) {
  const clock = businessClock(environment.clock.businessClock);
  const { uri, database: name = NAME } = environment.mongo;
  const database = await connectDatabase({ uri, database: name, log });
  const sharedNonces = createMongoNonces(database.collection<NonceDocument>('nonces'));
  await sharedNonces.prepare();
  await createIndexes(database, [...indexes, replicaIndexes('items', itemReplica)]);

  const outbox = createOutbox({
    publisher: { publish: (events) => messaging.publish(events) },
    clock: trustClock,
    log,
  });
  const { hmacKey } = environment.journal;
  const journals = createJournals({ database, outbox, hmacKey, clock: trustClock, log });
  const items = createReplica<ItemRow>(database, 'items', itemReplica);
  const messaging = await connectMessaging({
    url: environment.nats.url,
    service: NAME,
    clock: trustClock,
    source: createEventSource(Object.values(journals)),
    database: database.native,
    log,
    registry: metrics.registry,
  });
  await messaging.consume({
    from: 'items',
    durable: 'windows-items',
    contracts: itemEvents,
    handle: onItemChanged(items),
    replay: true,
  });
  await messaging.consume({
    from: 'cases',
    durable: 'windows-seal-uses',
    contracts: decisionEvents,
    handle: onCaseDecided(journals),
  });

  const deadLetters = createDeadLetters(database.native, messaging);
  const subgraph = createSubgraph<RequestContext>({
    name: NAME,
    typeDefs,
    resolvers,
    log,
    metrics,
    http: environment.http,
    identity: {
      verifier: createRequestTokenVerifier({
        subgraph: NAME,
        keys: environment.requestTokens.keys,
        nonces: createMemoryNonces(),
        sharedNonces,
      }),
    },
    context: (request) => {
      const at = clock.now();
      const { viewer, traceparent } = request;
      const loaders = createLoaders(journals, at);
      return {
        ...request,
        caller: { viewer, at, traceparent },
        journals,
        items,
        loaders,
        deadLetters,
      };
    },
    readiness: () => messaging.isReady(),
    onStop: [() => outbox.stop(), () => messaging.close(), () => database.close()],
  });
  return {
    start: async () => {
      outbox.start();
      await subgraph.start();
    },
    stop: () => subgraph.stop(),
    execute: (...request: Parameters<typeof subgraph.executeOperation>) =>
      subgraph.executeOperation(...request),
  };
}
