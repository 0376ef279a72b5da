import { setTimeout as sleep } from 'node:timers/promises';
import { connectClient, codeOf, open, subscribe } from './live-client.ts';
import { greetedSocket, openSocket } from './live-socket.ts';
import { asked, askedOf, cases, putCase, startLiveGraph } from './live-graph.ts';

let graph: Awaited<ReturnType<typeof startLiveGraph>>;
let gateway: Awaited<ReturnType<typeof graph.startGateway>>;
beforeAll(async () => {
  graph = await startLiveGraph();
  gateway = await graph.startGateway({ live: { connections: 3 }, limits: { depth: 3 } });
});
afterEach(() => open(gateway.address, 0));
afterAll(async () => {
  cases.clear();
  await graph.stop();
});

const query = 'subscription { caseMoved { id } }';
const subscribing = (id: string, more: object = {}) => ({
  ...{ id, type: 'subscribe', payload: { query, ...more } },
});

it('bears 20 subscriptions on one connection and refuses the next one alone', async () => {
  const client = connectClient(gateway.address);
  const subscriptions = Array.from({ length: 20 }, () => subscribe(client, { query }));
  await open(gateway.address, 20);
  expect(codeOf(await subscribe(client, { query }).ended)).toBe('TOO_MANY_SUBSCRIPTIONS');
  subscriptions[0]?.stop();
  await open(gateway.address, 19);
  subscribe(client, { query });
  await open(gateway.address, 20);
  await client.dispose();
});

it('bears so many connections, of both kinds together, and takes more when some have gone', async () => {
  const sockets = [await greetedSocket(gateway.address), await greetedSocket(gateway.address)];
  const stream = () => {
    const leaving = new AbortController();
    const url = `${gateway.address}/graphql/stream?query=${encodeURIComponent(query)}`;
    return { leaving, answer: fetch(url, { signal: leaving.signal }) };
  };
  const first = stream();
  expect((await first.answer).status).toBe(200);
  const refused = await stream().answer;
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({
    errors: [{ extensions: { code: 'TOO_MANY_CONNECTIONS' } }],
  });
  await expect(openSocket(gateway.address)).rejects.toThrow('503');
  first.leaving.abort();
  await open(gateway.address, 0);
  sockets.push(await greetedSocket(gateway.address));
  for (const socket of sockets) socket.close();
});

it('forgets what is taken back before it began, and bears no flood of it', async () => {
  putCase('1', 'nobody');
  const socket = await greetedSocket(gateway.address);
  const receipt = 'receipt: { number: "R-1", code: "code-1" }';
  for (let n = 0; n < 100; n += 1) {
    const more = { query: `subscription { progressChanged(${receipt}) { number } }` };
    socket.say(subscribing(`${n}`, more));
    socket.say({ id: `${n}`, type: 'complete' });
  }
  socket.say(subscribing('last', { query: 'subscription { nothing }' }));
  await socket.until(({ id, type }) => id === 'last' && type === 'error');
  await sleep(500);
  await open(gateway.address, 0);
  expect(askedOf('cases')).toBeLessThanOrEqual(20);
  asked.splice(0);
  socket.close();
});

it.each([30, 100])(
  'frees the places of %d that were ended as soon as they were',
  async (rounds) => {
    const socket = await greetedSocket(gateway.address);
    for (let n = 0; n < rounds; n += 1) {
      socket.say(subscribing('x'), { id: 'x', type: 'complete' });
    }
    socket.say(subscribing('last'));
    await open(gateway.address, 1);
    expect(socket.heard.filter(({ type }) => type === 'error')).toEqual([]);
    socket.close();
  },
);

it('keeps the limits of documents', async () => {
  const client = connectClient(gateway.address);
  const deep = 'subscription { progressChanged(caseId: "1") { case { item { name } } } }';
  const aliases = Array.from({ length: 16 }, (_, at) => `a${at}: id`).join(' ');
  const tooLarge = [
    [deep, 'DEPTH_LIMIT'],
    [`subscription { caseMoved { ${aliases} } }`, 'ALIAS_LIMIT'],
  ] as const;
  for (const [document, code] of tooLarge) {
    const ended = await subscribe(client, { query: document }).ended;
    expect(codeOf(ended)).toBe(code);
  }
  expect(asked).toEqual([]);
  await client.dispose();
});

it.each([
  ['what is no JSON', 4400, 'nonsense'],
  ['bytes', 4400, Buffer.from([0, 255, 1])],
  ['a message without a type', 4400, {}],
  ['a message of another type', 4400, { type: 'start', id: '1', payload: { query } }],
  ['variables that are none', 4400, subscribing('1', { variables: 'x' })],
  ['no query', 4400, { id: '1', type: 'subscribe', payload: {} }],
  ['a second greeting', 4429, { type: 'connection_init' }],
  ['more than a message may be', 1009, subscribing('1', { query: 'x'.repeat(70_000) })],
])('hangs up with whoever says %s', async (_, code, message) => {
  const socket = await greetedSocket(gateway.address);
  socket.say(message);
  expect(await socket.closed).toBe(code);
});

it('hangs up with who subscribes without a greeting, and twice under one name', async () => {
  const rude = await openSocket(gateway.address);
  rude.say(subscribing('1'));
  expect(await rude.closed).toBe(4401);
  const twice = await greetedSocket(gateway.address);
  twice.say(subscribing('1'));
  twice.say(subscribing('1'));
  expect(await twice.closed).toBe(4409);
});

it('refuses what is no id to go on from, and goes on with the connection', async () => {
  const socket = await greetedSocket(gateway.address);
  socket.say(subscribing('__proto__', { extensions: { lastEventId: 7 } }));
  const { payload } = await socket.until(({ type }) => type === 'error');
  expect(payload).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
  socket.say(subscribing('__proto__'));
  await open(gateway.address, 1);
  socket.close();
});

it('speaks one protocol, at one address, with whom it knows', async () => {
  const other = await openSocket(gateway.address, { protocols: [] });
  expect(await other.closed).toBe(4406);
  await expect(openSocket(gateway.address, { path: '/elsewhere' })).rejects.toThrow('404');
  const forged = await openSocket(gateway.address);
  forged.say({ type: 'connection_init', payload: { authorization: 'Bearer forged' } });
  expect(await forged.closed).toBe(4403);
});

it.each([[{ x: 1 }], [['Bearer forged']], [7], [true]])(
  'takes nobody for anonymous who says of himself %j',
  async (authorization) => {
    const forged = await openSocket(gateway.address);
    forged.say({ type: 'connection_init', payload: { authorization } });
    expect(await forged.closed).toBe(4403);
    expect(forged.heard).toEqual([]);
  },
);

it('takes who says that he has no token for anonymous', async () => {
  (await greetedSocket(gateway.address, { authorization: null })).close();
});

it.each([
  ['zh', '请求格式有误：extensions.lastEventId。'],
  ['en', 'The request can’t be read: extensions.lastEventId.'],
])('says in the language of who asks what can’t be read: %s', async (language, message) => {
  const socket = await greetedSocket(gateway.address, { 'accept-language': language });
  socket.say(subscribing('1', { extensions: { lastEventId: {} } }));
  const { payload } = await socket.until(({ type }) => type === 'error');
  expect(payload).toMatchObject([{ message }]);
  socket.close();
});

it('gives a session to whom it does not know, and knows him by its cookie on its own page alone', async () => {
  putCase('1', 'nobody');
  const first = await openSocket(gateway.address);
  first.say({ type: 'connection_init' });
  const { payload } = await first.until(({ type }) => type === 'connection_ack');
  const session = String((payload as Record<string, unknown>)['onewindow-session']);
  expect(session.length).toBeGreaterThan(20);
  first.close();
  const cookie = `onewindow-session=${session}`;
  const ackFor = async (origin: string) => {
    const socket = await openSocket(gateway.address, { headers: { cookie, origin } });
    socket.say({ type: 'connection_init' });
    const ack = await socket.until(({ type }) => type === 'connection_ack');
    socket.close();
    return ack;
  };
  expect(await ackFor(gateway.address)).not.toHaveProperty('payload');
  await expect(ackFor('http://elsewhere.example')).rejects.toThrow('403');
});

it('lets nobody stay who never says who he is', async () => {
  const socket = await openSocket(gateway.address);
  expect(await socket.closed).toBe(4408);
});
