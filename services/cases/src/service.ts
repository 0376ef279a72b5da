import {
  createMemoryNonces,
  createMongoNonces,
  createRequestTokenVerifier,
  type NonceDocument,
} from '@onewindow/identity';
import { connectMessaging, createDeadLetters } from '@onewindow/messaging';
import {
  accessIndexes,
  connectDatabase,
  createEventSource,
  createIndexes,
  createJournal,
  createOutbox,
  createPersonalDataVault,
  createTimerSweep,
  journalIndexes,
  newId,
  replicaIndexes,
  type FailPoints,
} from '@onewindow/persistence';
import { businessClock, trustClock, type Log, type Metrics } from '@onewindow/runtime';
import { createSubgraph } from '@onewindow/subgraph';
import { caseRulesFrom } from './case-rules-from.ts';
import { createCaseCommands } from './commands/create-case-commands.ts';
import { requestContext, type RequestContext } from './context.ts';
import type { CasesEnvironment } from './environment.ts';
import { consumersFor } from './events/consumers.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { caseAggregate } from './persistence/case-aggregate.ts';
import { createReplicas, knownFactsFrom } from './replicas/create-replicas.ts';
import { replicaDeclarations } from './replicas/replica-rows.ts';

const NAME = 'cases';

export interface ServiceDeps {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly failPoints?: FailPoints;
}

/** Everything of this service is made here, and stopped in the opposite order. */
export async function createCasesService(environment: CasesEnvironment, deps: ServiceDeps) {
  const { log, metrics, failPoints } = deps;
  const clock = businessClock(environment.clock.businessClock);
  const { uri, database: name = NAME } = environment.mongo;
  const rules = caseRulesFrom(environment);
  const type = caseAggregate(rules);
  const database = await connectDatabase({ uri, database: name, log });
  const sharedNonces = createMongoNonces(database.collection<NonceDocument>('nonces'));
  await sharedNonces.prepare();
  await createIndexes(database, [
    journalIndexes(type),
    accessIndexes,
    ...Object.entries(replicaDeclarations).map(([row, is]) => replicaIndexes(row, is)),
  ]);

  const trusted = { clock: trustClock, log, ...(failPoints && { failPoints }) };
  const publisher = { publish: (events: Published) => messaging.publish(events) };
  const outbox = createOutbox({ ...trusted, publisher });
  const { hmacKey } = environment.journal;
  const journal = createJournal(type, { ...trusted, database, outbox, hmacKey });
  const [writes, reads] = environment.personalData.keys;
  const vault = createPersonalDataVault({
    database,
    keys: reads ? [writes, reads] : [writes],
    indexSecret: environment.personalData.indexSecret,
    processId: newId(),
    clock: trustClock,
  });
  const timers = createTimerSweep({ ...trusted, journals: [journal], businessClock: clock });
  const replicas = createReplicas(database);
  const messaging = await connectMessaging({
    url: environment.nats.url,
    service: NAME,
    clock: trustClock,
    source: createEventSource([journal]),
    database: database.native,
    log,
    registry: metrics.registry,
  });
  for (const consumer of consumersFor(replicas)) await messaging.consume(consumer);

  const facts = knownFactsFrom(replicas);
  const commands = createCaseCommands({ journal, facts, vault, clock });
  const { acceptDemoNumbers } = environment.local;
  const { calendarOf } = rules;
  const deadLetters = createDeadLetters(database.native, messaging);
  const parts = { journal, vault, commands, calendarOf, clock, acceptDemoNumbers, deadLetters };
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
    context: (request) => requestContext(parts, request),
    readiness: () => messaging.isReady(),
    onStop: [timers.stop, () => outbox.stop(), () => messaging.close(), () => database.close()],
  });
  return {
    start: async () => {
      outbox.start();
      timers.start();
      await subgraph.start();
    },
    stop: () => subgraph.stop(),
    url: () => subgraph.url,
    executeOperation: (...call: Parameters<typeof subgraph.executeOperation>) =>
      subgraph.executeOperation(...call),
  };
}

type Published = Parameters<Awaited<ReturnType<typeof connectMessaging>>['publish']>[0];
