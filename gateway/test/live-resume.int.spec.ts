import { setTimeout as sleep } from 'node:timers/promises';
import { cases, gate, putCase, startLiveGraph } from './live-graph.ts';
import { codeOf, connectClient, open, subscribe, type Subscription } from './live-client.ts';

let graph: Awaited<ReturnType<typeof startLiveGraph>>;
let gateway: Awaited<ReturnType<typeof graph.startGateway>>;
const clients: ReturnType<typeof connectClient>[] = [];

beforeAll(async () => {
  graph = await startLiveGraph();
  gateway = await graph.startGateway();
});
beforeEach(() => {
  for (let n = 1; n <= 60; n += 1) putCase(`${n}`, n % 2 === 0 ? 'wang' : 'li');
});
afterEach(async () => {
  await leave();
  await open(gateway.address, 0);
  cases.clear();
});
afterAll(() => graph.stop());

const query = 'subscription { caseMoved { id } }';
async function leave() {
  await Promise.all(clients.splice(0).map(async (client) => client.dispose()));
}
async function follow(
  { address }: { readonly address: string },
  lastEventId?: string,
): Promise<Subscription> {
  const authorization = `Bearer ${await graph.issuer.mint({ sub: 'li' })}`;
  const client = connectClient(address, { authorization });
  clients.push(client);
  return subscribe(client, { query, lastEventId });
}
const idsOf = ({ messages }: Subscription) =>
  messages.map(({ data }) => Number((data as { caseMoved: { id: string } }).caseMoved.id));
/** Cases of Li, who sees the odd ones. */
const odd = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((n) => n % 2 === 1);
const tell = async (from: number, to: number) => {
  for (let n = from; n <= to; n += 1) await graph.stream.tell(`${n}`);
};

/** Somebody who was told of the cases up to 5 and went away; then the others were moved. */
async function whoMissed(to: number): Promise<string> {
  const before = await follow(gateway);
  await open(gateway.address, 1);
  await tell(1, 5);
  await before.told(3);
  const last = before.lastEventId() ?? '';
  await leave();
  await open(gateway.address, 0);
  await tell(6, to);
  return last;
}

it('tells who comes back what he missed, and goes on, without a gap or a double', async () => {
  const last = await whoMissed(20);
  const again = await follow(gateway, last);
  await tell(21, 30);
  await again.told(odd(6, 30).length);
  await sleep(200);
  expect(idsOf(again)).toEqual(odd(6, 30));
});

it('tells it at another gateway as well, which was not there before', async () => {
  const last = await whoMissed(20);
  const other = await graph.startGateway();
  const again = await follow(other, last);
  await tell(21, 30);
  await again.told(odd(6, 30).length);
  await sleep(200);
  expect(idsOf(again)).toEqual(odd(6, 30));
});

it('tells it while more and more happens, and more than it keeps itself', async () => {
  const last = await whoMissed(10);
  const forgetful = await graph.startGateway({ live: { eventsKept: 3 } });
  const witness = await follow(forgetful);
  await open(forgetful.address, 1);
  let letGo: () => void = () => undefined;
  gate.opened = new Promise((resolve) => (letGo = resolve));
  const again = await follow(forgetful, last);
  await open(forgetful.address, 2);
  await tell(11, 40);
  letGo();
  await tell(41, 60);
  await again.told(odd(6, 60).length);
  await witness.told(odd(11, 60).length);
  await sleep(200);
  expect(idsOf(again)).toEqual(odd(6, 60));
  expect(idsOf(witness)).toEqual(odd(11, 60));
});

it('goes on from any message of any time to the same end', async () => {
  const first = await follow(gateway);
  await open(gateway.address, 1);
  await tell(1, 9);
  await first.told(5);
  const back = await Promise.all(
    first.messages.map(({ extensions }) => follow(gateway, extensions?.eventId)),
  );
  await open(gateway.address, 6);
  await tell(11, 13);
  await Promise.all([...back, first].map((it) => eventuallyLast(it, 13)));
  back.forEach((it, at) => {
    expect(idsOf(it)).toEqual([...odd(1, 9).slice(at + 1), 11, 13]);
  });
});

async function eventuallyLast(subscription: Subscription, id: number) {
  while (idsOf(subscription).at(-1) !== id) await sleep(20);
}

it.each([
  ['what is no cursor', 'nonsense'],
  ['what is empty', ''],
  [
    'a moment that the stream has not reached',
    Buffer.from(JSON.stringify(['cases', null, 2 ** 40, null])).toString('base64url'),
  ],
])('says that it can’t go on from %s', async (_, lastEventId) => {
  const subscription = await follow(gateway, lastEventId);
  expect(codeOf(await subscription.ended)).toBe('RESUME_IMPOSSIBLE');
});

it('says that it can’t go on when more was missed than it goes through', async () => {
  const last = await whoMissed(30);
  const hasty = await graph.startGateway({ live: { resumed: 5 } });
  const again = await follow(hasty, last);
  expect(codeOf(await again.ended)).toBe('RESUME_IMPOSSIBLE');
});

it('ends those who listen when the stream is made anew, and refuses to go on from the old one', async () => {
  const listening = await follow(gateway);
  await open(gateway.address, 1);
  await tell(1, 1);
  await listening.told(1);
  await graph.stream.make();
  await graph.stream.tell('1');
  expect(codeOf(await listening.ended)).toBe('RESUME_IMPOSSIBLE');
  await leave();
  const again = await follow(gateway, listening.lastEventId());
  expect(codeOf(await again.ended)).toBe('RESUME_IMPOSSIBLE');
  const anew = await follow(gateway);
  await open(gateway.address, 1);
  await tell(1, 1);
  await anew.told(1);
});
