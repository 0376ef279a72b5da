import { deadUrl, startGateway, startImpostor } from './a-graph.ts';

const asked: string[] = [];
let identity: Awaited<ReturnType<typeof startImpostor>>;
beforeAll(async () => {
  identity = await startImpostor((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.end(
      JSON.stringify(request.method === 'POST' ? { access_token: 't' } : [{ key: 'a' }]),
    );
  });
});
afterAll(() => identity.stop());

const gatewayWith = async (options: Parameters<typeof startGateway>[1]) => {
  const url = await deadUrl();
  return startGateway({ cases: url, items: url }, options);
};

it('on a developer’s machine the page chooses a persona without asking another host', async () => {
  const gateway = await gatewayWith({ personasAt: identity.url });
  const personas = `${gateway.address}/personas`;
  expect(await (await fetch(personas)).json()).toEqual([{ key: 'a' }]);
  const chosen = await fetch(personas, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"persona":"a"}',
  });
  expect(await chosen.json()).toEqual({ access_token: 't' });
  expect(asked).toEqual(['GET /personas.json', 'POST /token/persona']);
  await gateway.stop();
});

it('a page of another origin gets no token: what it can send unasked is refused', async () => {
  const gateway = await gatewayWith({ personasAt: identity.url });
  const simple = await fetch(`${gateway.address}/personas`, { method: 'POST', body: '{}' });
  const preflight = await fetch(`${gateway.address}/personas`, { method: 'OPTIONS' });
  expect([simple.status, preflight.status]).toEqual([403, 403]);
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  await gateway.stop();
});

it('where no identity provider hands out personas there is no such address', async () => {
  const gateway = await gatewayWith({});
  expect((await fetch(`${gateway.address}/personas`)).status).toBe(404);
  await gateway.stop();
});
