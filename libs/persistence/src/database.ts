import { countMongoCommand, forgetReads } from '@onewindow/runtime';
import { createConnection, type Connection, type mongo } from 'mongoose';
import type { Log } from './log.ts';

/** Commands after which a request must not believe what it read before. */
const WRITES: ReadonlySet<string> = new Set(['insert', 'update', 'delete', 'findAndModify']);

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
}): Promise<Database> {
  const connection = await createConnection(options.uri, {
    dbName: options.database,
    writeConcern: { w: 'majority', journal: true },
    // With either of these on, mongoose hangs the embedded server at a first insert.
    autoCreate: false,
    autoIndex: false,
    // The driver would store an undefined field as null, which is another fact.
    ignoreUndefined: true,
    // Two events a command: what it takes to know what a request costs.
    monitorCommands: true,
    serverSelectionTimeoutMS: 10_000,
  }).asPromise();
  connection.getClient().on('commandStarted', ({ commandName }) => {
    countMongoCommand();
    if (WRITES.has(commandName)) forgetReads();
  });
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
