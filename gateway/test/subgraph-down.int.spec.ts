import { eventually } from '@onewindow/testing';
import { ask, deadUrl, startGateway, startImpostor, startSubgraph } from './a-graph.ts';

let cases: Awaited<ReturnType<typeof startSubgraph>>;
beforeAll(async () => (cases = await startSubgraph('cases')));
afterAll(() => cases.stop());

const query = '{ cases { number item { id name } } }';
const withoutNames = {
  cases: [
    { number: 'R-1', item: { id: 'item-1', name: null } },
    { number: 'R-2', item: { id: 'item-2', name: null } },
  ],
};

it('nulls only the fields of a subgraph that is down, and names it', async () => {
  const gateway = await startGateway({ cases: cases.url, items: await deadUrl() });
  const { data, errors, status } = await ask(gateway.address, query);
  expect(status).toBe(200);
  expect(data).toEqual(withoutNames);
  expect(errors).toHaveLength(1);
  const { extensions, message } = errors?.[0] ?? { extensions: {}, message: '' };
  expect(extensions).toEqual({
    code: 'SUBREQUEST_FAILED',
    service: 'items',
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
  });
  expect(message).not.toMatch(/ECONN|127|http/);
  expect(JSON.stringify(gateway.lines)).toContain('ECONNREFUSED');
  expect((await fetch(`${gateway.address}/health/ready`)).status).toBe(200);
  await gateway.stop();
});

it.each([
  ['HTML', (): [number, string] => [200, '<html>']],
  ['half of an answer', (): [number, string] => [200, '{"data":{"_entities":[']],
  ['a list', (): [number, string] => [200, '[]']],
  ['errors without messages', (): [number, string] => [200, '{"errors":[{}]}']],
  ['too much', (): [number, string] => [200, `{"data":{"x":"${'x'.repeat(2_000)}"}}`]],
  [
    'a key __proto__',
    (): [number, string] => [200, '{"data":{"_entities":[{"__proto__":{"name":"x"}}]}}'],
  ],
  [
    'a key __proto__ in disguise',
    (): [number, string] => [200, '{"data":{"_entities":[{"\\u005f_proto__":{"name":"x"}}]}}'],
  ],
])('calls %s an answer that is not valid', async (_, answer) => {
  const items = await startImpostor((request, response) => {
    const [status, body] = answer();
    request.resume().once('end', () => response.writeHead(status).end(body));
  });
  const gateway = await startGateway(
    { cases: cases.url, items: items.url },
    { subrequests: { maxAnswerBytes: 1_000 } },
  );
  const { data, errors } = await ask(gateway.address, query);
  expect(data).toEqual(withoutNames);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'SUBREQUEST_INVALID', service: 'items' });
  expect(Object.hasOwn(Object.prototype, 'name')).toBe(false);
  await gateway.stop();
  await items.stop();
});

it('does not take a subgraph that refuses our request token for a viewer without rights', async () => {
  const items = await startImpostor((request, response) => {
    const body = '{"errors":[{"message":"no","extensions":{"code":"UNAUTHENTICATED"}}]}';
    request.resume().once('end', () => response.writeHead(401).end(body));
  });
  const gateway = await startGateway({ cases: cases.url, items: items.url });
  const { errors } = await ask(gateway.address, query);
  expect(errors?.[0]?.extensions['code']).toBe('SUBREQUEST_FAILED');
  await gateway.stop();
  await items.stop();
});

async function failing(pause: number) {
  const asked = { count: 0 };
  const items = await startImpostor((request, response) => {
    asked.count += 1;
    request.resume().once('end', () => response.writeHead(500).end('{"data":null}'));
  });
  const gateway = await startGateway(
    { cases: cases.url, items: items.url },
    { subrequests: { outages: 3, pause } },
  );
  return { asked, items, gateway };
}

it('sends nothing any more to a subgraph that fails again and again, while the pause lasts', async () => {
  const { asked, items, gateway } = await failing(600_000);
  const state = async (): Promise<unknown> =>
    (await fetch(`${gateway.admin}/health/subgraphs`)).json();
  for (let count = 0; count < 6; count += 1) await ask(gateway.address, query);
  expect(asked.count).toBe(3);
  expect(await state()).toEqual({ cases: 'up', items: 'down' });
  await gateway.stop();
  await items.stop();
});

it('asks such a subgraph again when the pause is over', async () => {
  const { asked, items, gateway } = await failing(500);
  await eventually('asked a fourth time', async () => {
    await ask(gateway.address, query);
    return asked.count > 3;
  });
  await gateway.stop();
  await items.stop();
});

it('sends a query again once when its connection broke, and never a mutation', async () => {
  const bodies: string[] = [];
  const tokens = new Set<unknown>();
  const impostor = await startImpostor((request, response) => {
    tokens.add(request.headers['onewindow-request-token']);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.once('end', () => {
      bodies.push(body);
      if (bodies.length === 1 || body.includes('mutation')) request.socket.destroy();
      else response.end('{"data":{"whoami":"somebody"}}');
    });
  });
  const gateway = await startGateway({ cases: impostor.url, items: impostor.url });
  expect((await ask(gateway.address, '{ whoami }')).data).toEqual({ whoami: 'somebody' });
  expect(bodies).toHaveLength(2);
  expect(tokens.size).toBe(2);
  const { errors } = await ask(gateway.address, 'mutation { touch }');
  expect(errors?.[0]?.extensions['code']).toBe('SUBREQUEST_FAILED');
  expect(bodies).toHaveLength(3);
  await gateway.stop();
  await impostor.stop();
});
