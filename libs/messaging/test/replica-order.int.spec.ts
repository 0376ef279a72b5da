import fc from 'fast-check';
import type { mongo } from 'mongoose';
import { connectTo, startTestMongo } from './start-mongo.ts';
import { thingReplica } from './thing-replica.ts';
import { thingChanged } from './things.ts';

let server: Awaited<ReturnType<typeof startTestMongo>>;
let client: mongo.MongoClient;

beforeAll(async () => {
  server = await startTestMongo();
  client = await connectTo(server.uri);
});
afterAll(async () => {
  await client.close();
  await server.stop();
});

const all = ['a', 'b'].flatMap((name) => [1, 2, 3].map((n) => thingChanged('owner', [name, n])));

it('ends in the same state whatever the order and the copies of the events', async () => {
  const expected = thingReplica(client.db('order'), 'expected');
  for (const { envelope } of all) await expected.put(envelope);
  const inOrder = await expected.all();

  const deliveries = fc
    .array(fc.constantFrom(...all), { maxLength: 6 })
    .chain((copies) =>
      fc.shuffledSubarray([...all, ...copies], { minLength: all.length + copies.length }),
    );
  let round = 0;
  await fc.assert(
    fc.asyncProperty(deliveries, async (events) => {
      const replica = thingReplica(client.db('order'), `round${(round += 1)}`);
      await Promise.all(events.map(({ envelope }) => replica.put(envelope)));
      expect(await replica.all()).toEqual(inOrder);
    }),
    { numRuns: 15 },
  );
});
