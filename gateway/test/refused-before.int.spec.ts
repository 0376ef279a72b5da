import { startGateway, startSubgraph } from './a-graph.ts';

/** What is refused before GraphQL is told in the caller's language, one to a message, with its code and trace id. */
let subgraphs: Awaited<ReturnType<typeof startSubgraph>>[];
let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  subgraphs = await Promise.all([startSubgraph('cases'), startSubgraph('items')]);
  const [cases, items] = subgraphs;
  gateway = await startGateway({ cases: cases?.url ?? '', items: items?.url ?? '' });
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
});

interface Refused {
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: {
      readonly code: string;
      readonly traceId: string;
      readonly limit?: number;
    };
  }[];
}

const refusedFor = async (language: string, init: RequestInit, search = '') => {
  const headers = { 'accept-language': language, ...(init.headers as object) };
  const url = `${gateway.address}/graphql${search}`;
  const answer = await fetch(url, { method: 'POST', ...init, headers });
  const { errors } = (await answer.json()) as Refused;
  return { status: answer.status, error: errors[0] };
};
const json = { 'content-type': 'application/json' };
const query = encodeURIComponent('mutation { touch }');

interface Case {
  readonly status?: number;
  readonly code?: string;
  readonly init: RequestInit;
  readonly search?: string;
}
const CASES: Readonly<Record<string, Case>> = {
  'a forged request': { init: { body: '{"query":"{ whoami }"}' } },
  'a body without a query': { init: { headers: json, body: '{"a":1}' } },
  'a query that is no text': { init: { headers: json, body: '{"query":1}' } },
  'several operations': { init: { headers: json, body: '[{"query":"{ whoami }"}]' } },
  'variables as text': {
    init: { headers: json, body: '{"query":"{ whoami }","variables":"{}"}' },
  },
  'a change by GET': {
    status: 405,
    init: { method: 'GET', headers: { 'apollo-require-preflight': '1' } },
    search: `?query=${query}`,
  },
  'a name that no operation has': {
    code: 'OPERATION_RESOLUTION_FAILURE',
    init: { headers: json, body: '{"query":"query a { whoami }","operationName":"b"}' },
  },
  'a text that is none': {
    code: 'GRAPHQL_PARSE_FAILED',
    init: { headers: json, body: '{"query":"{"}' },
  },
};

it.each(Object.entries(CASES))(
  '%s is refused in words of the caller’s language',
  async (_, { status = 400, code = 'BAD_REQUEST', init, search = '' }) => {
    const [zh, en] = [await refusedFor('zh', init, search), await refusedFor('en', init, search)];
    for (const refused of [zh, en]) {
      expect(refused).toMatchObject({ status, error: { extensions: { code } } });
      expect(refused.error?.extensions.traceId).toMatch(/^[0-9a-f]{32}$/);
    }
    expect(zh.error?.message).toMatch(/\p{Script=Han}/u);
    expect(zh.error?.message).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
    expect(en.error?.message).not.toMatch(/\p{Script=Han}/u);
  },
);

it('a body that is too large is refused with the limit, in the caller’s language', async () => {
  const init = { headers: json, body: `{"query":"${' '.repeat(1_048_577)}"}` };
  const [zh, en] = [await refusedFor('zh', init), await refusedFor('en', init)];
  const extensions = { code: 'PAYLOAD_TOO_LARGE', limit: 1_048_576 };
  expect(zh).toMatchObject({ status: 413, error: { extensions } });
  expect(zh.error?.message).toBe('请求正文超过 1,048,576 字节，请分几次提交。');
  expect(en.error?.message).toContain('larger than 1,048,576 bytes');
});

it('what is right is not touched', async () => {
  const answer = await fetch(`${gateway.address}/graphql`, {
    ...{ method: 'POST', headers: json, body: '{"query":"{ __typename }"}' },
  });
  expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
});
