import { countMongoCommand } from '@onewindow/runtime';
import { createConnection, type Connection, type mongo } from 'mongoose';
import type { Log } from './log.ts';

/** One connection of a process to its own database. Every write is acknowledged by a majority and on disk. */
export interface Database {
  readonly connection: Connection;
  /** Throws when the server doesn't answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
  /** The driver's database, for libs that keep rows of their own. */
  readonly native: mongo.Db;
  /** The driver's collection, for those who need no journal. */
  collection<Row extends mongo.Document>(name: string): mongo.Collection<Row>;
}

export async function connectDatabase(options: {
  readonly uri: string;
  readonly database: string;
  readonly log?: Log;
  /** Tells each command to who listens (`commandStarted`), for tests: the driver then reads every answer twice. */
  readonly tellsCommands?: boolean;
}): Promise<Database> {
  const connection = await createConnection(options.uri, {
    dbName: options.database,
    writeConcern: { w: 'majority', journal: true },
    // With either of these on, mongoose hangs the embedded server at a first insert.
    autoCreate: false,
    autoIndex: false,
    // The driver would store an undefined field as null, which is another fact.
    ignoreUndefined: true,
    monitorCommands: options.tellsCommands ?? false,
    serverSelectionTimeoutMS: 10_000,
  }).asPromise();
  // Each command takes a connection out of the pool, and is known by that without its answer being read for it.
  connection.getClient().on('connectionCheckOutStarted', countMongoCommand);
  connection.on('disconnected', () => options.log?.warn({}, 'database disconnected'));
  connection.on('reconnected', () => options.log?.info({}, 'database reconnected'));
  const native = () => connection.getClient().db(options.database);
  return {
    connection,
    ping: async () => {
      await native().command({ ping: 1 });
    },
    close: () => connection.close(),
    native: native(),
    collection: (name) => native().collection(name),
  };
}
