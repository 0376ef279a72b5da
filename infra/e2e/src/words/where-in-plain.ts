import { mongo } from 'mongoose';
import { connect } from 'nats';
import { SERVICES, type Centre } from '../centre.ts';
import { eventually } from '../ask.ts';

/**
 * Where a pattern stands in what a centre keeps: each collection of each service, each message of each stream, each
 * log. Waits until all that was written has been told. Answers places with what was found there, in no order.
 */
export async function whereInPlain(
  centre: Pick<Centre, 'mongoUri' | 'databaseOf' | 'natsUrl' | 'wholeLogs'>,
  pattern: RegExp,
): Promise<readonly string[]> {
  const found = new Set<string>();
  const look = (place: string, text: string) => {
    for (const [word] of text.matchAll(pattern)) found.add(`${place}: ${word}`);
  };
  await inDatabases(centre, look);
  await inStreams(centre.natsUrl, look);
  for (const line of centre.wholeLogs().split('\n')) look('a log', line);
  return [...found];
}

type Look = (place: string, text: string) => void;

async function inDatabases(
  { mongoUri, databaseOf }: Pick<Centre, 'mongoUri' | 'databaseOf'>,
  look: Look,
): Promise<void> {
  const client = new mongo.MongoClient(mongoUri);
  try {
    for (const service of SERVICES) {
      const database = client.db(databaseOf(service));
      const collections = await database.collections();
      const waiting = async () => {
        const counts = collections.map((one) =>
          one.countDocuments({ pendingSince: { $exists: true } }),
        );
        return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
      };
      await eventually(waiting, (count) => count === 0);
      for (const collection of collections) {
        for await (const document of collection.find()) {
          look(`${service}.${collection.collectionName}`, JSON.stringify(document));
        }
      }
    }
  } finally {
    await client.close();
  }
}

async function inStreams(url: string, look: Look): Promise<void> {
  const connection = await connect({ servers: url });
  try {
    const { streams } = await connection.jetstreamManager();
    for await (const { config, state } of streams.list()) {
      for (let seq = state.first_seq; seq <= state.last_seq; seq++) {
        // What was taken away meanwhile holds no word.
        const message = await streams.getMessage(config.name, { seq }).catch(() => undefined);
        if (message) look(`stream ${config.name}`, message.string());
      }
    }
  } finally {
    await connection.close();
  }
}
