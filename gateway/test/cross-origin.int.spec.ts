import { startGateway, startSubgraph } from './a-graph.ts';
import { openSocket } from './live-socket.ts';

const PORTAL = 'https://portal.example';
let cases: Awaited<ReturnType<typeof startSubgraph>>;
let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  cases = await startSubgraph('cases');
  gateway = await startGateway(
    { cases: cases.url, items: cases.url },
    { origins: [PORTAL, 'http://localhost:*'], executor: 'own' },
  );
});
afterAll(async () => {
  await gateway.stop();
  await cases.stop();
});

const ALLOWED = [PORTAL, 'http://localhost:5173', 'http://localhost'];
const FOREIGN = [
  'https://portal.example.evil',
  'http://portal.example',
  'http://localhost.evil:80',
  'null',
];
const HEADERS =
  'authorization,content-type,onewindow-session,apollo-require-preflight,accept-language,onewindow-cost,x-apollo-operation-name';

const preflight = (path: string, origin: string) =>
  fetch(`${gateway.address}${path}`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': HEADERS,
    },
  });
const post = (path: string, origin: string, query: string) =>
  fetch(`${gateway.address}${path}`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });

it.each(ALLOWED)('a page of %s may ask, with cookie and token', async (origin) => {
  for (const path of ['/graphql', '/graphql/stream']) {
    const { status, headers } = await preflight(path, origin);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('access-control-allow-methods')).toContain('POST');
    const allowed = headers.get('access-control-allow-headers')?.split(', ');
    expect(allowed).toEqual(expect.arrayContaining(HEADERS.split(',')));
  }
  const answer = await post('/graphql', origin, '{ whoami }');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
  expect(answer.headers.get('access-control-expose-headers')).toContain('onewindow-session');
});

it.each(FOREIGN)('a page of %s is allowed nothing', async (origin) => {
  const asked = await preflight('/graphql', origin);
  const answer = await post('/graphql', origin, '{ whoami }');
  const stream = await post('/graphql/stream', origin, 'subscription { any }');
  await stream.body?.cancel();
  for (const { headers } of [asked, answer, stream]) {
    const names = [...headers.keys()].filter((name) => name.startsWith('access-control-'));
    expect(names).toEqual([]);
  }
});

it('caches keep the answers for different origins apart', async () => {
  for (const origin of [PORTAL, 'https://elsewhere.example']) {
    const { headers } = await post('/graphql', origin, '{ whoami }');
    expect(headers.get('vary')?.toLowerCase()).toContain('origin');
  }
});

it('a stream and a refusal can be read by a page that may ask', async () => {
  const stream = await post('/graphql/stream', PORTAL, 'subscription { any }');
  expect(stream.headers.get('access-control-allow-origin')).toBe(PORTAL);
  await stream.body?.cancel();
  const refused = await fetch(`${gateway.address}/graphql`, {
    ...{ method: 'POST', headers: { origin: PORTAL, authorization: 'Bearer forged' } },
  });
  expect(refused.status).toBe(401);
  expect(refused.headers.get('access-control-allow-origin')).toBe(PORTAL);
});

it('WebSockets obey the same list', async () => {
  for (const origin of [...ALLOWED, gateway.address]) {
    const socket = await openSocket(gateway.address, { headers: { origin } });
    socket.close();
  }
  for (const origin of FOREIGN) {
    const opened = openSocket(gateway.address, { headers: { origin } });
    await expect(opened).rejects.toThrow('403');
  }
  // Whoever is no browser names no origin.
  (await openSocket(gateway.address)).close();
});
