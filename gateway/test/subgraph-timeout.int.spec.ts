import { ask, startGateway, startImpostor, startSubgraph } from './a-graph.ts';

let cases: Awaited<ReturnType<typeof startSubgraph>>;
beforeAll(async () => (cases = await startSubgraph('cases')));
afterAll(() => cases.stop());

const query = '{ myCase(id: "1") { number item { name } } }';

it('does not wait longer than it may for a subgraph that hangs', async () => {
  const hanging = await startImpostor(() => undefined);
  const gateway = await startGateway(
    { cases: cases.url, items: hanging.url },
    { subrequests: { timeout: 1_000 } },
  );
  const begun = Date.now();
  const { data, errors } = await ask(gateway.address, query);
  expect(Date.now() - begun).toBeLessThan(5_000);
  expect(data).toEqual({ myCase: { number: 'R-1', item: { name: null } } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'SUBREQUEST_TIMEOUT', service: 'items' });
  await gateway.stop();
  await hanging.stop();
});

it('gives up on an answer that trickles', async () => {
  const trickling = await startImpostor((_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(' '), 50);
    response.once('close', () => {
      clearInterval(timer);
    });
  });
  const gateway = await startGateway(
    { cases: cases.url, items: trickling.url },
    { subrequests: { timeout: 200 } },
  );
  const { errors } = await ask(gateway.address, query);
  expect(errors?.[0]?.extensions['code']).toBe('SUBREQUEST_TIMEOUT');
  await gateway.stop();
  await trickling.stop();
});

it('tells subgraphs the deadline and asks no more of them once it is over', async () => {
  const deadlines: number[] = [];
  const slow = await startImpostor((request, response) => {
    deadlines.push(Number(request.headers['onewindow-deadline']));
    request.resume();
    setTimeout(
      () =>
        response.end('{"data":{"myCase":{"number":"1","item":{"__typename":"Item","id":"1"}}}}'),
      2_000,
    );
  });
  const gateway = await startGateway({ cases: slow.url, items: slow.url }, { budget: 1_500 });
  const { errors } = await ask(gateway.address, query);
  expect(errors).toHaveLength(1);
  expect(deadlines).toHaveLength(1);
  expect(Math.abs((deadlines[0] ?? 0) - Date.now())).toBeLessThan(2_000);
  await gateway.stop();
  await slow.stop();
});

it('stops asking a subgraph when the caller goes away', async () => {
  let isGone: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => (isGone = resolve));
  let hasCome: () => void = () => undefined;
  const come = new Promise<void>((resolve) => (hasCome = resolve));
  const hanging = await startImpostor((request) => {
    request.resume();
    request.socket.once('close', isGone);
    hasCome();
  });
  const gateway = await startGateway({ cases: hanging.url, items: hanging.url });
  const caller = new AbortController();
  const asked = fetch(`${gateway.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: caller.signal,
  });
  await come;
  caller.abort();
  await expect(asked).rejects.toThrow();
  await gone;
  await gateway.stop();
  await hanging.stop();
});
