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
  createJournal,
  createOutbox,
  createReplica,
  journalIndexes,
  replicaIndexes,
} from '@onewindow/persistence';
import { businessClock, trustClock, type Log, type Metrics } from '@onewindow/runtime';
import { createSubgraph } from '@onewindow/subgraph';
import { createItemCommands } from './commands/create-item-commands.ts';
import type { RequestContext } from './context.ts';
import type { ItemsEnvironment } from './environment.ts';
import { centreEvents, onCentreRegistered } from './events/on-centre-registered.ts';
import { departmentEvents, onDepartmentChanged } from './events/on-department-changed.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { createItemLoaders } from './loaders/item-loaders.ts';
import { itemType } from './persistence/item-aggregate.ts';
import { centreReplica, type CentreRow } from './replicas/centre-replica.ts';
import { departmentReplica, type DepartmentRow } from './replicas/department-replica.ts';

const NAME = 'items';

/** Everything of this service is made here, and stopped in the opposite order. */
export async function createItemsService(
  environment: ItemsEnvironment,
  { log, metrics }: { readonly log: Log; readonly metrics: Metrics },
) {
  const clock = businessClock(environment.clock.businessClock);
  const { uri, database: name = NAME } = environment.mongo;
  const database = await connectDatabase({ uri, database: name, log });
  const sharedNonces = createMongoNonces(database.collection<NonceDocument>('nonces'));
  await sharedNonces.prepare();
  await createIndexes(database, [
    journalIndexes(itemType),
    replicaIndexes('departments', departmentReplica),
    replicaIndexes('centres', centreReplica),
  ]);

  const outbox = createOutbox({
    publisher: { publish: (events) => messaging.publish(events) },
    clock: trustClock,
    log,
  });
  const { hmacKey } = environment.journal;
  const journal = createJournal(itemType, { database, outbox, hmacKey, clock: trustClock, log });
  const departments = createReplica<DepartmentRow>(database, 'departments', departmentReplica);
  const centres = createReplica<CentreRow>(database, 'centres', centreReplica);
  const messaging = await connectMessaging({
    url: environment.nats.url,
    service: NAME,
    clock: trustClock,
    source: createEventSource([journal]),
    database: database.native,
    log,
    registry: metrics.registry,
  });
  const consumers = [
    ['items-departments', departmentEvents, onDepartmentChanged(departments)],
    ['items-centres', centreEvents, onCentreRegistered(centres)],
  ] as const;
  for (const [durable, contracts, handle] of consumers)
    await messaging.consume({ from: 'windows', durable, contracts, handle, replay: true });

  const commands = createItemCommands({ journal, departments, centres });
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
      return {
        ...{ ...request, journal, departments, centres, commands, deadLetters },
        caller: { viewer, at, traceparent },
        loaders: createItemLoaders(journal, at),
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
    url: () => subgraph.url,
    execute: (...request: Parameters<typeof subgraph.executeOperation>) =>
      subgraph.executeOperation(...request),
  };
}
