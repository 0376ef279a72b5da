import { cases, putCase, startLiveGraph } from './live-graph.ts';
import { connectClient, open, subscribe, type LiveFault } from './live-client.ts';
import { greetedSocket } from './live-socket.ts';

let graph: Awaited<ReturnType<typeof startLiveGraph>>;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(async () => {
  cases.clear();
  await graph.stop();
});

const MOVED = 80;
const query = 'subscription { caseMoved { id text(length: 300000) } }';
const ids = Array.from({ length: MOVED }, (_, index) => `${index + 1}`);
const idOf = (data: unknown) => (data as { caseMoved: { id: string } }).caseMoved.id;

it('ends who does not read, slows nobody by him, and tells him the rest when he comes back', async () => {
  for (const id of ids) putCase(id, 'li');
  const gateway = await graph.startGateway({ live: { waiting: 10 } });
  const authorization = `Bearer ${await graph.issuer.mint({ sub: 'li' })}`;
  const client = connectClient(gateway.address, { authorization });
  const quick = subscribe(client, { query });
  const slow = await greetedSocket(gateway.address, { authorization });
  slow.say({ id: 'slow', type: 'subscribe', payload: { query } });
  await open(gateway.address, 2);
  slow.pause();

  // One after the other: on a busy machine even who reads would have too much waiting.
  for (const [at, id] of ids.entries()) {
    await graph.stream.tell(id);
    await quick.told(at + 1);
  }
  expect(quick.data().map(idOf)).toEqual(ids);
  await open(gateway.address, 1);

  slow.resume();
  const { payload } = await slow.until(({ type }) => type === 'error');
  const [fault] = payload as LiveFault[];
  const { code, lastEventId } = fault?.extensions ?? {};
  expect(code).toBe('SUBSCRIBER_TOO_SLOW');
  const read = slow.heard
    .filter(({ type }) => type === 'next')
    .map(({ payload: message }) => idOf((message as { data: unknown }).data));
  expect(read.length).toBeLessThan(MOVED);
  const again = subscribe(client, { query, lastEventId: String(lastEventId) });
  await again.told(MOVED - read.length);
  expect([...read, ...again.data().map(idOf)]).toEqual(ids);
  slow.close();
  await client.dispose();
});
