import { request as forward } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@onewindow/testing';
import { startImpostor } from './a-graph.ts';
import { cases, putCase, startLiveGraph } from './live-graph.ts';
import { codeOf, connectClient, open, subscribe, type LiveFault } from './live-client.ts';

let graph: Awaited<ReturnType<typeof startLiveGraph>>;
beforeAll(async () => {
  graph = await startLiveGraph();
});
beforeEach(() => {
  putCase('1', 'li');
});
afterAll(async () => {
  cases.clear();
  await graph.stop();
});

const query = 'subscription { caseMoved { id } }';
const clientOf = async (address: string, claims: object = {}) =>
  connectClient(address, {
    authorization: `Bearer ${await graph.issuer.mint({ sub: 'li', ...claims })}`,
  });

it('ends with his token what a person is told, and tells him how far it was', async () => {
  const { address } = await graph.startGateway();
  // Long enough to be told something before, also on a machine that stands still for some seconds.
  const exp = Math.floor(Date.now() / 1000) + 10;
  const client = await clientOf(address, { exp });
  const closed = new Promise<unknown>((resolve) => client.on('closed', resolve));
  const subscription = subscribe(client, { query });
  await open(address, 1);
  await graph.stream.tell('1');
  await subscription.told(1);
  const ended = await subscription.ended;
  expect(codeOf(ended)).toBe('UNAUTHENTICATED');
  expect(Date.now()).toBeGreaterThanOrEqual(exp * 1000);
  expect(ended[0]).toMatchObject({ extensions: { lastEventId: subscription.lastEventId() } });
  expect(await closed).toMatchObject({ code: 4403 });
});

it('completes all when the gateway stops', async () => {
  const gateway = await graph.startGateway();
  const client = await clientOf(gateway.address);
  const subscription = subscribe(client, { query });
  const url = `${gateway.address}/graphql/stream?query=${encodeURIComponent(query)}`;
  const stream = await fetch(url);
  await open(gateway.address, 2);
  await gateway.stop();
  expect(await subscription.ended).toBe('complete');
  expect(await stream.text()).toBe('event: complete\ndata: \n\n');
});

it('stays while the broker is away, refuses who comes then, and goes on when it is back', async () => {
  const { address } = await graph.startGateway();
  const client = await clientOf(address);
  const subscription = subscribe(client, { query });
  await open(address, 1);
  await graph.stream.tell('1');
  await subscription.told(1);
  await graph.stream.kill();
  // The follower is told by its connection, in its own time.
  await eventually('refused', async () => {
    const late = subscribe(client, { query });
    const ended = await Promise.race([late.ended, sleep(2_000, 'complete' as const)]);
    late.stop();
    return codeOf(ended) === 'LIVE_UPDATES_UNAVAILABLE';
  });
  await graph.stream.restart();
  await graph.stream.tell('1');
  await graph.stream.tell('1');
  await subscription.told(3);
  const again = subscribe(client, {
    query,
    lastEventId: subscription.messages[0]?.extensions?.eventId,
  });
  await again.told(2);
  expect(subscription.messages).toHaveLength(3);
  await client.dispose();
});

it('goes on after messages that are no events', async () => {
  const { address } = await graph.startGateway();
  const client = await clientOf(address);
  const subscription = subscribe(client, {
    query: 'subscription { caseMoved(filter: { status: "GRANTED", department: "d" }) { id } }',
  });
  await open(address, 1);
  for (const text of ['', 'nonsense', 'null', '[]', '{}', '{"__proto__":{"status":"GRANTED"}}']) {
    await graph.stream.send(text);
  }
  await graph.stream.tell('1', { status: { toString: 'GRANTED' } }, { department: 'd' });
  await graph.stream.tell('1', [], { department: 'd' });
  await graph.stream.tell('1', { status: 'GRANTED' }, { department: 'd' });
  await subscription.told(1);
  await sleep(200);
  expect(subscription.messages).toHaveLength(1);
  await client.dispose();
});

it('refuses all where there is no broker', async () => {
  const { address } = await graph.startGateway({}, '');
  const client = await clientOf(address);
  const { ended } = subscribe(client, { query });
  expect(codeOf(await ended)).toBe('LIVE_UPDATES_UNAVAILABLE');
  await client.dispose();
});

/** The subgraph `cases` behind a door that can be shut. */
async function startDoor() {
  const door = { isOpen: true };
  const { url, stop } = await startImpostor((request, response) => {
    if (!door.isOpen) {
      request.socket.destroy();
      return;
    }
    const { method, headers } = request;
    const onward = forward(graph.urls.cases, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  return { door, stop, urls: { ...graph.urls, cases: url } };
}

it('asks again about an event while the subgraph is away, and leaves none out', async () => {
  const { door, stop, urls } = await startDoor();
  const retries = Array.from({ length: 100 }, () => 50);
  const { address } = await graph.startGateway({
    ...{ subgraphUrls: urls, live: { retries }, subrequests: { outages: 10_000 } },
  });
  const client = await clientOf(address);
  const subscription = subscribe(client, { query });
  await open(address, 1);
  door.isOpen = false;
  await graph.stream.tell('1');
  await graph.stream.tell('1');
  await sleep(500);
  expect(subscription.messages).toEqual([]);
  door.isOpen = true;
  await subscription.told(2);
  await client.dispose();
  await stop();
});

it('ends when the subgraph stays away, and nothing is lost for who comes back', async () => {
  const { door, stop, urls } = await startDoor();
  const { address } = await graph.startGateway({
    ...{ subgraphUrls: urls, live: { retries: [50, 50] }, subrequests: { outages: 10_000 } },
  });
  const client = await clientOf(address);
  const subscription = subscribe(client, { query });
  await open(address, 1);
  door.isOpen = false;
  await graph.stream.tell('1');
  await graph.stream.tell('1');
  const ended = await subscription.ended;
  expect(ended).toMatchObject([{ extensions: { code: 'SUBREQUEST_FAILED', service: 'cases' } }]);
  door.isOpen = true;
  const { extensions } = ended[0] as LiveFault;
  const again = subscribe(client, { query, lastEventId: String(extensions['lastEventId']) });
  await again.told(2);
  await client.dispose();
  await stop();
});
