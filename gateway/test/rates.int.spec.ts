import { createPersonTokenVerifier } from '@onewindow/identity';
import { createTestIssuer, type TestIssuer } from '@onewindow/identity/testing';
import { ask, metricsAt, seen, startGateway, startSubgraph } from './a-graph.ts';
import type { GatewayOptions } from '../src/create-gateway.ts';
import { RATES, type Rates } from '../src/rates/rate-kinds.ts';

let issuer: TestIssuer;
let cases: Awaited<ReturnType<typeof startSubgraph>>;
const gateways: Awaited<ReturnType<typeof startGateway>>[] = [];
beforeAll(async () => {
  issuer = await createTestIssuer();
  cases = await startSubgraph('cases');
});
afterEach(async () => {
  await Promise.all(gateways.splice(0).map((gateway) => gateway.stop()));
});
afterAll(async () => {
  await cases.stop();
  await issuer.stop();
});

async function start(rates: Partial<Rates>, options: Partial<GatewayOptions> = {}) {
  const gateway = await startGateway(
    { cases: cases.url, items: cases.url },
    {
      ...{ rates: { ...RATES, ...rates }, persons: createPersonTokenVerifier(issuer) },
      ...{ executor: 'own', ...options },
    },
  );
  gateways.push(gateway);
  return gateway;
}
const bearer = async (claims: Readonly<Record<string, unknown>>) => ({
  authorization: `Bearer ${await issuer.mint(claims)}`,
});
const codeOf = ({ errors }: Awaited<ReturnType<typeof ask>>) => errors?.[0]?.extensions['code'];
// Ten minutes: what is taken does not come back while a busy machine stands still.
const three = { points: 3, seconds: 600 };

it('refuses one person who asks too much with 429 and when to come back, and no other', async () => {
  const { address } = await start({ person: three });
  const [one, other] = [await bearer({ sub: 'p-1' }), await bearer({ sub: 'p-2' })];
  for (let time = 0; time < 3; time += 1) {
    expect((await ask(address, '{ whoami }', one)).data).toEqual({ whoami: 'p-1' });
  }
  seen.splice(0);
  const english = await ask(address, '{ whoami }', { ...one, 'accept-language': 'en' });
  expect(english.status).toBe(429);
  const wait = Number(english.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(600);
  expect(english.errors?.[0]).toMatchObject({
    message: `There were too many requests. Try again in ${wait} seconds.`,
    extensions: { code: 'RATE_LIMITED', retryAfter: wait },
  });
  const chinese = await ask(address, '{ whoami }', one);
  expect(chinese.errors?.[0]?.message).toMatch(/^请求过于频繁，请在 \d+ 秒后再试。$/);
  expect(seen).toEqual([]);
  expect((await ask(address, '{ whoami }', other)).status).toBe(200);
  expect(await metricsAt(address)).toMatch(/rate_limited_total\{[^}]*kind="person"[^}]*\} 2/);
});

it('counts who has not signed in by session and by address, and one without a session by address', async () => {
  const { address } = await start({ session: three, address: { points: 5, seconds: 600 } });
  const first = await ask(address, '{ whoami }');
  const session = { 'onewindow-session': first.headers.get('onewindow-session') ?? '' };
  const statuses: number[] = [];
  for (let time = 0; time < 4; time += 1) {
    statuses.push((await ask(address, '{ whoami }', session)).status);
  }
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await ask(address, '{ whoami }')).status).toBe(429);
});

it('counts addresses apart where a proxy is believed, and takes nobody’s word where none is', async () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const rates = { address: { points: 1, seconds: 600 } };
  const proxied = await start(rates, { trusted: { hops: 1 } });
  for (const [address, status] of [
    ['192.0.2.1', 200],
    ['192.0.2.2', 200],
    ['192.0.2.1', 429],
  ] as const) {
    expect((await ask(proxied.address, '{ whoami }', from(address))).status).toBe(status);
  }
  const open = await start(rates);
  expect((await ask(open.address, '{ whoami }', from('192.0.2.1'))).status).toBe(200);
  expect((await ask(open.address, '{ whoami }', from('192.0.2.2'))).status).toBe(429);
});

it('holds a program to its own limit alone', async () => {
  const { address } = await start({
    ...{ person: three, address: three, service: { points: 8, seconds: 600 } },
  });
  const program = await bearer({ sub: 'importer', kind: 'SERVICE' });
  const statuses: number[] = [];
  for (let time = 0; time < 9; time += 1) {
    statuses.push((await ask(address, '{ whoami }', program)).status);
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(8);
  expect(statuses.at(-1)).toBe(429);
});

it('tries no more tokens from where too many were refused', async () => {
  const { address } = await start({ token: three });
  const forged = { authorization: 'Bearer forged' };
  const good = await bearer({ sub: 'p-1' });
  for (let time = 0; time < 3; time += 1) {
    expect((await ask(address, '{ whoami }', forged)).status).toBe(401);
  }
  const refused = await ask(address, '{ whoami }', forged);
  expect([refused.status, codeOf(refused)]).toEqual([429, 'RATE_LIMITED']);
  expect((await ask(address, '{ whoami }', good)).status).toBe(429);
  // Who brings no token tries none.
  expect((await ask(address, '{ whoami }')).status).toBe(200);
});

it('counts nothing where there are no rates', async () => {
  const gateway = await startGateway({ cases: cases.url, items: cases.url });
  gateways.push(gateway);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => ask(gateway.address, '{ whoami }')),
  );
  expect(answers.every(({ status }) => status === 200)).toBe(true);
});
