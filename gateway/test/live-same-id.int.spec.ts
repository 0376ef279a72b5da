import { setTimeout as sleep } from 'node:timers/promises';
import { open } from './live-client.ts';
import { greetedSocket, type RawSocket } from './live-socket.ts';
import { cases, gate, putCase, startLiveGraph } from './live-graph.ts';

let graph: Awaited<ReturnType<typeof startLiveGraph>>;
let gateway: Awaited<ReturnType<typeof graph.startGateway>>;
let socket: RawSocket;
beforeAll(async () => {
  graph = await startLiveGraph();
  gateway = await graph.startGateway();
});
beforeEach(async () => {
  putCase('1', 'li');
  const token = await graph.issuer.mint({ sub: 'li' });
  socket = await greetedSocket(gateway.address, { authorization: `Bearer ${token}` });
});
afterEach(async () => {
  gate.opened = Promise.resolve();
  socket.close();
  await open(gateway.address, 0);
});
afterAll(async () => {
  cases.clear();
  await graph.stop();
});

const every = 'subscription { caseMoved { id } }';
const one = 'subscription { progressChanged(caseId: "1") { status } }';
const subscribing = (query: string) => ({ id: 'x', type: 'subscribe', payload: { query } });
const complete = { id: 'x', type: 'complete' };
const told = () => socket.heard.filter(({ type }) => type === 'next');

/** What is told of one event, when there has been time for more. */
async function tellOne() {
  await graph.stream.tell('1');
  await socket.until(({ type }) => type === 'next');
  await sleep(300);
  return told();
}

it('begins anew under an id that was given back in the same write', async () => {
  socket.say(subscribing(every), complete, subscribing(one));
  await open(gateway.address, 1);
  expect(await tellOne()).toMatchObject([{ id: 'x', payload: { data: { progressChanged: {} } } }]);
  socket.say(complete);
  await open(gateway.address, 0);
  expect(socket.heard.filter(({ type }) => type === 'error')).toEqual([]);
});

it('tells once, and can be ended, though the first was still being looked at', async () => {
  let release: () => void = () => undefined;
  gate.opened = new Promise((resolve) => (release = resolve));
  for (let round = 0; round < 5; round += 1) socket.say(subscribing(one), complete);
  socket.say(subscribing(every));
  await open(gateway.address, 1);
  release();
  expect(await tellOne()).toMatchObject([{ id: 'x', payload: { data: { caseMoved: {} } } }]);
  socket.say(complete);
  await open(gateway.address, 0);
});

it('is not ended by the first one, which is told late that it can’t be', async () => {
  let release: () => void = () => undefined;
  gate.opened = new Promise((resolve) => (release = resolve));
  const nobodys = 'subscription { progressChanged(caseId: "nobody") { status } }';
  socket.say(subscribing(nobodys), complete, subscribing(every));
  await open(gateway.address, 1);
  release();
  await sleep(200);
  expect(await tellOne()).toHaveLength(1);
  expect(socket.heard.filter(({ type }) => type === 'error')).toEqual([]);
});

it('still refuses an id that is in use', async () => {
  socket.say(subscribing(every), subscribing(one));
  expect(await socket.closed).toBe(4409);
});
