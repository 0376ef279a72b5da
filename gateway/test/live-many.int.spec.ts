import type { Client } from 'graphql-ws';
import { asked, askedOf, putCase, startLiveGraph } from './live-graph.ts';
import { connectClient, open, subscribe, type Subscription } from './live-client.ts';

const VIEWERS = 20;
const EACH = 50;

let graph: Awaited<ReturnType<typeof startLiveGraph>>;
let clients: Client[] = [];
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(async () => {
  await Promise.all(clients.map(async (client) => client.dispose()));
  await graph.stop();
});

it('tells 1,000 subscribers of 20 viewers, and asks 20 times', async () => {
  putCase('1', 'nobody');
  const gateway = await graph.startGateway();
  const subscriptions: Subscription[] = [];
  for (let viewer = 0; viewer < VIEWERS; viewer += 1) {
    const claims = { sub: `official-${viewer}`, kind: 'STAFF', scope: 'cases:handle' };
    const authorization = `Bearer ${await graph.issuer.mint(claims)}`;
    const own = Array.from({ length: EACH }, () =>
      connectClient(gateway.address, { authorization }),
    );
    clients = [...clients, ...own];
    const query = 'subscription { caseMoved { id item { name } } }';
    subscriptions.push(...own.map((client) => subscribe(client, { query })));
    await open(gateway.address, subscriptions.length);
  }
  const told = async (count: number) => {
    const began = performance.now();
    await graph.stream.tell('1');
    await Promise.all(subscriptions.map((subscription) => subscription.told(count)));
    return Math.round(performance.now() - began);
  };
  await told(1);
  asked.splice(0);
  const took = await told(2);
  expect([askedOf('cases'), askedOf('items')]).toEqual([VIEWERS, VIEWERS]);
  expect(subscriptions.every(({ messages }) => messages.length === 2)).toBe(true);
  // Told, not asserted: a busy machine is no fault of the gateway.
  process.stdout.write(`${subscriptions.length} subscribers were told within ${took} ms\n`);
});
