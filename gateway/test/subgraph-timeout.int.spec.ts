import { ask, startGateway, startImpostor, startSubgraph } from './a-graph.ts';

let cases: Awaited<ReturnType<typeof startSubgraph>>;
beforeAll(async () => (cases = await startSubgraph('cases')));
afterAll(() => cases.stop());

const query = '{ myCase(id: "1") { number item { name } } }';

it('does not wait longer than it may for a subgraph that hangs', async () => {
  const hanging = await startImpostor(() => undefined);
  const gateway = await startGateway(
    { cases: cases.url, items: hanging.url },
    { subrequests: { timeout: 3_000 } },
  );
  const { data, errors } = await ask(gateway.address, query);
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
  const budget = 3_000;
  const asked: { readonly deadline: number; readonly heard: number }[] = [];
  const slow = await startImpostor((request, response) => {
    const heard = Date.now();
    const deadline = Number(request.headers['onewindow-deadline']);
    asked.push({ deadline, heard });
    request.resume();
    setTimeout(
      () =>
        response.end('{"data":{"myCase":{"number":"1","item":{"__typename":"Item","id":"1"}}}}'),
      deadline - heard + 200,
    );
  });
  const gateway = await startGateway({ cases: slow.url, items: slow.url }, { budget });
  const begun = Date.now();
  const { errors } = await ask(gateway.address, query);
  expect(errors).toHaveLength(1);
  expect(asked).toHaveLength(1);
  // The budget is counted from when the request came, which was between these two moments.
  const [{ deadline, heard } = { deadline: 0, heard: 0 }] = asked;
  expect(deadline).toBeGreaterThanOrEqual(begun + budget);
  expect(deadline).toBeLessThanOrEqual(heard + budget);
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
