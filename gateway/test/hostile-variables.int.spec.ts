import { startGateway, startSubgraph } from './a-graph.ts';
import { startLiveGraph } from './live-graph.ts';
import { greetedSocket } from './live-socket.ts';

interface Told {
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

const keys = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, 'nobody’s']));

/** Fifty, small, each with its place and kind, and nothing of what was given. */
function expectBounded(told: unknown) {
  const { errors } = told as Told;
  expect(errors).toHaveLength(50);
  expect(errors[49]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    kind: 'UNKNOWN_FIELD',
    inputPath: ['filter', 'a49'],
  });
  expect(JSON.stringify(told).length).toBeLessThan(20_000);
  expect(JSON.stringify(told)).not.toContain('nobody’s');
}

describe('hostile variables', () => {
  let graph: Awaited<ReturnType<typeof startLiveGraph>>;
  let gateway: Awaited<ReturnType<typeof graph.startGateway>>;
  beforeAll(async () => {
    graph = await startLiveGraph();
    gateway = await graph.startGateway();
  });
  afterAll(() => graph.stop());

  const query = 'subscription ($filter: CaseMovedFilter) { caseMoved(filter: $filter) { id } }';
  const variables = { filter: keys(1_500) };

  it('are refused within bounds over a WebSocket', async () => {
    const socket = await greetedSocket(gateway.address);
    socket.say({ id: '1', type: 'subscribe', payload: { query, variables } });
    const { payload } = await socket.until(({ type }) => type === 'error');
    expectBounded({ errors: payload });
    socket.close();
  });

  it('are refused within bounds by an event stream', async () => {
    const answer = await fetch(`${gateway.address}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify({ query, variables }),
    });
    const [, data] = /^data: (.*)$/m.exec(await answer.text()) ?? [];
    expectBounded(JSON.parse(data ?? '') as unknown);
  });
});

describe.each(['own', 'stock'] as const)('over HTTP, with the executor %s', (executor) => {
  let cases: Awaited<ReturnType<typeof startSubgraph>>;
  let gateway: Awaited<ReturnType<typeof startGateway>>;
  beforeAll(async () => {
    cases = await startSubgraph('cases');
    gateway = await startGateway({ cases: cases.url, items: cases.url }, { executor });
  });
  afterAll(async () => {
    await gateway.stop();
    await cases.stop();
  });
  const post = async (variables: object, language = 'en') => {
    const answer = await fetch(`${gateway.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ query: 'query ($id: ID!) { myCase(id: $id) { id } }', variables }),
    });
    return { status: answer.status, text: await answer.text() };
  };

  it('the first time and once the operation is known, in the caller’s language', async () => {
    const hostile = { id: [keys(1_500)] };
    const first = await post(hostile);
    expect(first.status).toBe(400);
    expect(first.text.length).toBeLessThan(500);
    expect((await post({ id: '1' })).status).toBe(200);
    const known = await post(hostile);
    const told = (JSON.parse(known.text) as Told).errors.map(({ message }) => message);
    expect(known.status).toBe(400);
    expect(told).toEqual(['$id: what is given is not of the type ID.']);
    const { text } = await post({}, 'zh-CN');
    expect((JSON.parse(text) as Told).errors[0]?.message).toBe(
      '$id：缺少此项，须给出 ID! 类型的值。',
    );
  });

  it('are not even read where an object has more fields than any input', async () => {
    const { status, text } = await post({ id: keys(30_000) });
    expect(status).toBe(400);
    expect(text).toContain('BAD_REQUEST');
    expect(text.length).toBeLessThan(500);
  });
});
