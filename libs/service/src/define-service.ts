import {
  createMemoryNonces,
  createMongoNonces,
  createRequestTokenVerifier,
  type NonceDocument,
} from '@onewindow/identity';
import {
  connectMessaging,
  createDeadLetters,
  messagingIndexes,
  type Consumer,
  type DeadLetters,
  type Messaging,
} from '@onewindow/messaging';
import {
  connectDatabase,
  createEventSource,
  createIndexes,
  createOutbox,
  createSealer,
  createSegmentSweep,
  createTimerSweep,
  measureJournals,
  planIndexes,
  tellIndexStep,
  type FailPoints,
} from '@onewindow/persistence';
import { businessClock, trustClock, type Log, type Metrics } from '@onewindow/runtime';
import {
  createSubgraph,
  type Subgraph,
  type SubgraphContext,
  type SubgraphOptions,
  type SubgraphRequest,
} from '@onewindow/subgraph';
import type { Caller } from './command-meta.ts';
import { createDatabaseProbe } from './database-answers.ts';
import { layFoundation, type Foundation } from './foundation.ts';
import { IndexChangesTold } from './index-changes-told.ts';
import type { ServiceEnvironment } from './service-environment.ts';

/** One request, with who commands and with the events that this service could not handle. */
export interface ServiceRequest extends SubgraphRequest {
  readonly caller: Caller;
  readonly deadLetters: DeadLetters;
}

/** What a service keeps in memory beside its journals: known before anything is heard or asked, and kept up to date. */
export interface Kept {
  readonly prepare: () => Promise<void>;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

/** What a service is made of, beside its schema. */
export interface AssembledService<Context extends SubgraphContext> {
  /** What it listens to. */
  readonly consumers?: readonly Consumer[];
  readonly kept?: readonly Kept[];
  /** Made anew for every request: loaders live here. */
  readonly context: (request: ServiceRequest) => Context | Promise<Context>;
}

export interface ServiceDefinition<
  Environment extends ServiceEnvironment,
  Context extends SubgraphContext,
> extends Pick<SubgraphOptions<Context>, 'name' | 'typeDefs' | 'resolvers' | 'limits'> {
  /** Called once, when the database is there and before anything is written or heard. */
  readonly assemble: (
    foundation: Foundation,
    environment: Environment,
  ) => AssembledService<Context>;
}

export interface ServiceDependencies {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly failPoints?: FailPoints;
}

export interface Service extends Pick<Subgraph, 'stop' | 'executeOperation'> {
  start(): Promise<void>;
  /** The address of `/graphql`, known once started. */
  url(): string;
}

/**
 * A service from its name, its schema and its own parts. What every service needs is made here, in one
 * order, and stopped in the opposite one: database, journals with outbox and timers, the stream with its
 * consumers, the subgraph.
 */
export function defineService<
  Environment extends ServiceEnvironment,
  Context extends SubgraphContext,
>(definition: ServiceDefinition<Environment, Context>) {
  return async (environment: Environment, deps: ServiceDependencies): Promise<Service> => {
    const { name } = definition;
    const { log, metrics, failPoints } = deps;
    const { uri, database: databaseName = name } = environment.mongo;
    const database = await connectDatabase({ uri, database: databaseName, log });
    const databaseAnswers = createDatabaseProbe(database);
    const clock = businessClock(environment.clock.businessClock);

    // Journals publish to the stream, and the stream asks the journals for what the broker has lost.
    const trusted = { clock: trustClock, log, ...(failPoints && { failPoints }) };
    const publisher = { publish: (events: Published) => messaging.publish(events) };
    const outbox = createOutbox({ ...trusted, publisher });
    const { hmacKey } = environment.journal;
    const countCommand = metrics.counter({
      ...{ name: 'onewindow_commands_total', help: 'Commands by their end.' },
      labels: ['aggregate', 'outcome'],
    });
    const written = { ...trusted, database, outbox, hmacKey, countCommand };
    const laid = layFoundation({ ...written, service: name, businessClock: clock, metrics });
    const sealer = createSealer({
      ...{ ...written, service: name, journals: laid.sealed, businessClock: clock },
      everyMs: environment.journal.sealEveryMs,
    });
    const {
      consumers = [],
      kept = [],
      context,
    } = definition.assemble(laid.foundation, environment);

    const journals = [...laid.journals, sealer.journal];
    const indexes = [...laid.indexes, sealer.indexes, ...messagingIndexes];
    if (environment.mongo.indexChanges === 'tell') {
      const steps = await planIndexes(database, indexes);
      await database.close();
      throw new IndexChangesTold(steps.map(tellIndexStep));
    }
    await createIndexes(database, indexes, log);
    // What an older version of the program stored is read all the same, but not found by what only this one keeps.
    for (const { maintenance } of journals) await maintenance.refoldOlder();
    for (const one of kept) await one.prepare();
    const sharedNonces = createMongoNonces(database.collection<NonceDocument>('nonces'));
    await sharedNonces.prepare();
    const messaging = await connectMessaging({
      ...environment.nats,
      service: name,
      clock: trustClock,
      source: createEventSource(journals),
      database: database.native,
      log,
      registry: metrics.registry,
    });
    for (const consumer of consumers) await messaging.consume(consumer);
    const deadLetters = createDeadLetters(database.native, messaging);
    const timers = createTimerSweep({
      ...{ ...trusted, journals: laid.withTimers },
      businessClock: clock,
    });

    const { registry } = metrics;
    const segments = createSegmentSweep({ ...trusted, journals });
    measureJournals({ registry, journals, businessClock: clock, clock: trustClock, log });

    const { typeDefs, resolvers, limits } = definition;
    const subgraph = createSubgraph<Context>({
      ...{ name, typeDefs, resolvers, log, metrics, http: environment.http },
      ...(limits && { limits }),
      identity: {
        verifier: createRequestTokenVerifier({
          subgraph: name,
          keys: environment.requestTokens.keys,
          nonces: createMemoryNonces(),
          sharedNonces,
        }),
      },
      context: (request) => {
        const { viewer, traceparent } = request;
        const caller = { viewer, traceparent, at: clock.now() };
        return context({ ...request, caller, deadLetters });
      },
      readiness: async () => messaging.isReady() && (await databaseAnswers()),
      onStop: [
        ...kept.map((one) => () => one.stop()),
        () => timers.stop(),
        () => segments.stop(),
        () => sealer.stop(),
        () => outbox.stop(),
        () => messaging.close(),
        () => database.close(),
      ],
    });
    return {
      start: async () => {
        outbox.start();
        timers.start();
        for (const one of kept) one.start();
        segments.start();
        sealer.start();
        await subgraph.start();
      },
      stop: () => subgraph.stop(),
      url: () => subgraph.url,
      executeOperation: (...call) => subgraph.executeOperation(...call),
    };
  };
}

type Published = Parameters<Messaging['publish']>[0];
