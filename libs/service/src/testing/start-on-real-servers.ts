import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Viewer } from '@onewindow/identity';
import type { Instant } from '@onewindow/kernel';
import { startNats, type StartedNats } from '@onewindow/messaging/testing';
import { connectDatabase, type Database } from '@onewindow/persistence';
import { startMongo } from '@onewindow/persistence/testing';
import { createLog, createMetrics, type EnvironmentSource, type Metrics } from '@onewindow/runtime';
import type { FormattedExecutionResult } from 'graphql';
import type { Service, ServiceDependencies } from '../define-service.ts';
import type { ServiceEnvironment } from '../service-environment.ts';
import { startNeighbour, type Neighbour } from './start-neighbour.ts';

const secret = 'k'.repeat(32);

/** A service with a MongoDB and a NATS of its own, its neighbours, and a clock that a test moves. */
export interface StartedService {
  readonly database: Database;
  readonly nats: StartedNats;
  /** The stream of another service by its name. */
  neighbour(name: string): Neighbour;
  /** The business clock stands at this moment from now on. */
  at(moment: Instant): void;
  /** The answer's data; errors fail the test with their text. */
  ask<Data>(viewer: Viewer, query: Query<Data>, variables?: object): Promise<Data>;
  /** The whole answer, with its errors. */
  operate(viewer: Viewer, query: string, variables?: object): Promise<FormattedExecutionResult>;
  /** How many Mongo commands the requests of `work` cost, without what goes on beside them. */
  costOf(work: () => Promise<unknown>): Promise<number>;
  url(): string;
  stopService(): Promise<void>;
  startService(): Promise<void>;
  stop(): Promise<void>;
}

/** A query's text that knows what it answers. */
export type Query<Data> = string & { readonly answers?: Data };
export const query = <Data>(text: string): Query<Data> => text;

/** Starts `create` as a process would, with `neighbours` beside it. */
export async function startOnRealServers<Environment extends ServiceEnvironment>(given: {
  readonly service: string;
  readonly parse: (source: EnvironmentSource) => Environment;
  readonly create: (environment: Environment, deps: ServiceDependencies) => Promise<Service>;
  readonly neighbours: readonly string[];
  readonly region: string;
  readonly at: Instant;
  readonly environment?: EnvironmentSource;
}): Promise<StartedService> {
  const { service: name, region } = given;
  const directory = mkdtempSync(join(tmpdir(), `onewindow-${name}-`));
  const clockFile = join(directory, 'clock');
  const at = (moment: Instant) => {
    writeFileSync(clockFile, moment);
  };
  at(given.at);
  const [mongo, nats] = await Promise.all([startMongo(), startNats()]);
  const databaseName = mongo.prefix;
  const environment = given.parse({
    MONGODB_URI: mongo.uri,
    MONGODB_DATABASE: databaseName,
    NATS_URL: nats.url,
    PORT: '0',
    HOST: '127.0.0.1',
    REQUEST_TOKEN_KEYS: `k:${secret}`,
    JOURNAL_HMAC_KEY: secret,
    PERSONAL_DATA_KEYS: `p:${Buffer.alloc(32, 7).toString('base64')}`,
    PERSONAL_DATA_INDEX_SECRET: secret,
    LOG_LEVEL: 'error',
    BUSINESS_CLOCK: clockFile,
    ONEWINDOW_LOCAL: '1',
    ...given.environment,
  });
  const database = await connectDatabase({
    ...{ uri: mongo.uri, database: databaseName },
    tellsCommands: true,
  });
  const elsewhere = await connectDatabase({
    uri: mongo.uri,
    database: `${databaseName}-neighbours`,
  });
  const beside = new Map<string, Neighbour>();
  for (const other of given.neighbours) {
    const surroundings = { url: nats.url, database: elsewhere, region };
    beside.set(other, await startNeighbour(other, surroundings));
  }

  // Each process counts for itself, also one that is started again.
  let metrics = createMetrics(name);
  const make = async () => {
    metrics = createMetrics(name);
    const log = createLog({ service: name, level: environment.log.level });
    const made = await given.create(environment, { log, metrics });
    await made.start();
    return made;
  };
  let service = await make();
  const operate: StartedService['operate'] = (viewer, query, variables = {}) =>
    service.executeOperation({ query, variables: { ...variables } }, { viewer });

  return {
    ...{ database, nats, at, operate },
    neighbour: (other) => {
      const found = beside.get(other);
      if (!found) throw new Error(`${other} was not started beside ${name}.`);
      return found;
    },
    ask: async <Data>(viewer: Viewer, query: Query<Data>, variables?: object) => {
      const { data, errors } = await operate(viewer, query, variables);
      if (errors) throw new Error(JSON.stringify(errors));
      return data as Data;
    },
    costOf: async (work) => {
      const before = await commandsSoFar(metrics);
      await work();
      return (await commandsSoFar(metrics)) - before;
    },
    url: () => service.url(),
    stopService: () => service.stop(),
    startService: async () => {
      service = await make();
    },
    stop: async () => {
      await service.stop();
      await Promise.all([...beside.values()].map((neighbour) => neighbour.close()));
      await Promise.all([database.close(), elsewhere.close()]);
      await Promise.all([mongo.kill(), nats.stop()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function commandsSoFar({ registry }: Metrics): Promise<number> {
  const counter = registry.getSingleMetric('onewindow_request_mongo_commands_total');
  const { values } = (await counter?.get()) ?? { values: [] };
  return values.reduce((sum, { value }) => sum + value, 0);
}
