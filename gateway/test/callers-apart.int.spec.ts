import { createPersonTokenVerifier } from '@onewindow/identity';
import { createTestIssuer, type TestIssuer } from '@onewindow/identity/testing';
import { ask, metricsAt, startGateway, startImpostor } from './a-graph.ts';
import type { GatewayOptions } from '../src/create-gateway.ts';
import { RATES } from '../src/rates/rate-kinds.ts';
import { IN_HAND } from '../src/rates/operations-in-hand.ts';

let issuer: TestIssuer;
beforeAll(async () => (issuer = await createTestIssuer()));
afterAll(() => issuer.stop());
const bearer = async (sub: string) => ({
  authorization: `Bearer ${await issuer.mint({ sub })}`,
  'accept-language': 'en',
});
const start = (url: string, options: Partial<GatewayOptions>) =>
  startGateway(
    { cases: url, items: url },
    { persons: createPersonTokenVerifier(issuer), executor: 'own', ...options },
  );
const codeOf = ({ errors }: Awaited<ReturnType<typeof ask>>) => errors?.[0]?.extensions['code'];

/** Answers when it is told to, and counts what it was asked. */
async function startWaiting() {
  const held: (() => void)[] = [];
  let told: () => void = () => undefined;
  const impostor = await startImpostor((request, response) => {
    request.resume().once('end', () => {
      held.push(() => response.end('{"data":{"whoami":"somebody"}}'));
      told();
    });
  });
  return {
    ...impostor,
    held,
    until: async (count: number) => {
      while (held.length < count) await new Promise<void>((resolve) => (told = resolve));
    },
    release: () => {
      for (const answer of held.splice(0)) answer();
    },
  };
}

describe('operations that run at once', () => {
  const patient = { budget: 100_000, subrequests: { timeout: 80_000 } };
  it('are so many of one caller; the next is refused, another caller’s is not, and what has ended counts no more', async () => {
    const subgraph = await startWaiting();
    const gateway = await start(subgraph.url, { ...patient, inHand: { ...IN_HAND, person: 3 } });
    const [one, other] = [await bearer('p-1'), await bearer('p-2')];
    const running = [1, 2, 3].map(() => ask(gateway.address, '{ whoami }', one));
    await subgraph.until(3);
    const refused = await ask(gateway.address, '{ whoami }', one);
    expect([refused.status, codeOf(refused)]).toEqual([429, 'RATE_LIMITED']);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(subgraph.held).toHaveLength(3);
    const others = ask(gateway.address, '{ whoami }', other);
    await subgraph.until(4);
    subgraph.release();
    for (const answer of [...running, others]) expect((await answer).status).toBe(200);
    const again = ask(gateway.address, '{ whoami }', one);
    await subgraph.until(1);
    subgraph.release();
    expect((await again).status).toBe(200);
    expect(await metricsAt(gateway.address)).toMatch(
      /in_hand_refused_total\{[^}]*kind="person"[^}]*\} 1/,
    );
    await gateway.stop();
    await subgraph.stop();
  });

  it('are those of an address where nobody has signed in, whatever sessions there are', async () => {
    const subgraph = await startWaiting();
    const gateway = await start(subgraph.url, { ...patient, inHand: { ...IN_HAND, address: 2 } });
    const running = [1, 2].map(() => ask(gateway.address, '{ whoami }'));
    await subgraph.until(2);
    expect((await ask(gateway.address, '{ whoami }')).status).toBe(429);
    subgraph.release();
    await Promise.all(running);
    await gateway.stop();
    await subgraph.stop();
  });
});

describe('a breaker', () => {
  const subrequests = { timeout: 100, outages: 3, pause: 60_000 };

  it('does not open for all because one caller’s operations take too long', async () => {
    let requests = 0;
    const hanging = await startImpostor((request) => {
      requests += 1;
      request.resume();
    });
    const gateway = await start(hanging.url, { subrequests });
    const one = await bearer('p-1');
    for (let time = 0; time < 5; time += 1) {
      expect(codeOf(await ask(gateway.address, '{ whoami }', one))).toBe('SUBREQUEST_TIMEOUT');
    }
    expect(requests).toBe(5);
    await gateway.stop();
    await hanging.stop();
  });

  it('opens when many callers wait in vain', async () => {
    let requests = 0;
    const hanging = await startImpostor((request) => {
      requests += 1;
      request.resume();
    });
    const gateway = await start(hanging.url, { subrequests });
    for (let time = 0; time < 5; time += 1) {
      await ask(gateway.address, '{ whoami }', await bearer(`p-${time}`));
    }
    expect(requests).toBe(3);
    await gateway.stop();
    await hanging.stop();
  });
});

describe('texts that nobody sent before', () => {
  it('take points by their length, and known ones take none', async () => {
    const answering = await startImpostor((request, response) => {
      request.resume().once('end', () => response.end('{"data":{"whoami":"somebody"}}'));
    });
    const rates = { ...RATES, text: { points: 5, seconds: 60 } };
    const gateway = await start(answering.url, { rates });
    const one = await bearer('p-1');
    const long = `{ whoami } #${'x'.repeat(3_500)}`;
    for (let time = 0; time < 9; time += 1) {
      expect((await ask(gateway.address, long, one)).status).toBe(200);
    }
    expect((await ask(gateway.address, '{ a: whoami }', one)).status).toBe(200);
    const refused = await ask(gateway.address, '{ b: whoami }', one);
    expect([refused.status, codeOf(refused)]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(gateway.address, long, one)).status).toBe(200);
    expect((await ask(gateway.address, '{ b: whoami }', await bearer('p-2'))).status).toBe(200);
    await gateway.stop();
    await answering.stop();
  });
});
