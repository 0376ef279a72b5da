import { connectDatabase, type Database } from '../database.ts';
import { startMongo, type TestMongo } from './start-mongo.ts';

export interface TestDatabase {
  readonly database: Database;
  readonly uri: string;
  /** The database's name, for a second connection to it. */
  readonly name: string;
}

/**
 * A fresh database for one spec file, dropped afterwards. Call it at the top of the file or of a
 * `describe`; the answer may be called from hooks and tests.
 */
export function useDatabase(): () => TestDatabase {
  let mongo: TestMongo | undefined;
  let test: TestDatabase | undefined;

  beforeAll(async () => {
    mongo = await startMongo();
    const { uri, prefix: name } = mongo;
    test = {
      uri,
      name,
      database: await connectDatabase({ uri, database: name, tellsCommands: true }),
    };
  });

  afterAll(async () => {
    await test?.database.connection.dropDatabase();
    await test?.database.close();
    await mongo?.kill();
  });

  return () => {
    if (test === undefined) throw new Error('The database is there from `beforeAll` on.');
    return test;
  };
}
