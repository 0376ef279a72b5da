import { createIndexes, pingMongo } from '../src/index.ts';
import { countCommands, startMongo, useDatabase } from '../src/testing/index.ts';

describe('the harness', () => {
  const test = useDatabase();

  it('gives each file a database of its own that acknowledges by majority, on disk', async () => {
    const { database, name } = test();
    expect(name).toMatch(/^test-/);
    await database.ping();
    const client = database.connection.getClient();
    expect(client.options.writeConcern).toMatchObject({ w: 'majority' });
  });

  it('counts the commands of one piece of work', async () => {
    const { database } = test();
    const rows = database.collection('rows');
    expect(await countCommands(database, () => rows.findOne({}))).toBe(1);
    expect(await countCommands(database, () => Promise.resolve())).toBe(0);
  });

  it('creates indexes again and again without harm', async () => {
    const declared = {
      collection: 'indexed',
      indexes: [
        { fields: { code: 1 }, unique: true },
        { fields: { seenAt: 1 }, sparse: true, expireAfterSeconds: 60 },
      ],
    } as const;
    const { database } = test();
    await createIndexes(database, [declared, { collection: 'none', indexes: [] }]);
    await createIndexes(database, [declared]);
    const names = (await database.collection('indexed').indexes()).map(({ name }) => name);
    expect(names.sort()).toEqual(['_id_', 'code_1~unique', 'seenAt_1~sparse~ttl60']);
  });

  it('leaves no database behind on a server that somebody else has started', async () => {
    const { uri, database } = test();
    const elsewhere = { MONGODB_URI: uri };
    const [mine, another] = [await startMongo(elsewhere), await startMongo(elsewhere)];
    expect(mine.uri).toBe(uri);
    const client = database.connection.getClient();
    const names = [`${mine.prefix}-a`, `${mine.prefix}_b`, `${another.prefix}-c`];
    for (const name of names) await client.db(name).collection('rows').insertOne({});
    await mine.stop();
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    const left = databases.map(({ name }) => name);
    expect(names.filter((name) => left.includes(name))).toEqual([`${another.prefix}-c`]);
    await another.kill();
  });

  it('starts a server that answers and stops it', async () => {
    const mongo = await startMongo();
    await pingMongo(mongo.uri, 60_000);
    await mongo.stop();
    if (mongo.uri === test().uri) return;
    await expect(pingMongo(mongo.uri, 300)).rejects.toThrow();
  });
});
