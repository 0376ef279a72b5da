import { parseGatewayEnvironment } from './environment.ts';

const key = 'k'.repeat(32);
const complete = {
  OIDC_ISSUER: 'http://127.0.0.1:4400',
  OIDC_AUDIENCE: 'onewindow',
  OIDC_JWKS_URI: 'http://127.0.0.1:4400/jwks',
  SESSION_KEYS: `s1:${key}`,
  SUBGRAPH_TOKEN_KEYS: `items=k1:${key};cases=k1:${key}`,
  SUBGRAPH_URLS: 'items=http://127.0.0.1:4001/graphql, cases=http://127.0.0.1:4002/graphql',
};

it('reads where subgraphs answer', () => {
  const { subgraphs, files, cookies } = parseGatewayEnvironment(complete);
  expect(subgraphs.urls).toEqual({
    items: 'http://127.0.0.1:4001/graphql',
    cases: 'http://127.0.0.1:4002/graphql',
  });
  expect(files).toEqual({ supergraph: 'supergraph.graphql', explorer: 'explorer' });
  expect(cookies.secure).toBe(true);
});

it('runs plans by what it is told to, and by nothing else', () => {
  const read = (GATEWAY_EXECUTOR?: string) =>
    parseGatewayEnvironment({ ...complete, GATEWAY_EXECUTOR }).executor;
  expect([read('stock'), read('own')]).toEqual(['stock', 'own']);
  expect(read()).toBe('own');
  expect(() => read('both')).toThrow('GATEWAY_EXECUTOR');
});

it('lets nobody become a persona but on a developer’s machine', () => {
  const EXPLORER_PERSONAS_URL = 'http://127.0.0.1:4001';
  const read = (more: object) => parseGatewayEnvironment({ ...complete, ...more }).personas;
  expect(read({})).toEqual({});
  expect(read({ EXPLORER_PERSONAS_URL, ONEWINDOW_LOCAL: '1' })).toEqual({
    identity: EXPLORER_PERSONAS_URL,
  });
  expect(() => read({ EXPLORER_PERSONAS_URL })).toThrow(/EXPLORER_PERSONAS_URL is refused/);
});

it('lets pages of the origins that are listed ask, and no others', () => {
  const read = (CORS_ORIGINS?: string) =>
    parseGatewayEnvironment({ ...complete, CORS_ORIGINS }).crossOrigin.origins;
  expect(read()).toEqual([]);
  expect(read('https://portal.example, http://localhost:*')).toEqual([
    'https://portal.example',
    'http://localhost:*',
  ]);
  expect(() => read('*')).toThrow(/CORS_ORIGINS must be origins/);
});

it('tells its schema and keeps persisted queries, unless it is told not to', () => {
  const read = (more: object) => parseGatewayEnvironment({ ...complete, ...more }).permitted;
  expect(read({})).toEqual({ introspection: true, persistedQueries: true });
  expect(read({ INTROSPECTION: '0', PERSISTED_QUERIES: '0' })).toEqual({
    introspection: false,
    persistedQueries: false,
  });
  expect(() => read({ INTROSPECTION: 'no' })).toThrow('INTROSPECTION must be 0 or 1');
});

it('hears events where a broker is named, and nowhere else', () => {
  const read = (more: object) => {
    const { broker, live } = parseGatewayEnvironment({ ...complete, ...more });
    return { broker, live };
  };
  expect(read({ NATS_URL: ' ' })).toEqual({ broker: {}, live: { connections: 10_000 } });
  expect(read({ NATS_URL: 'nats://gateway:p@n:4222', LIVE_CONNECTIONS: '5' })).toEqual({
    broker: { url: 'nats://gateway:p@n:4222' },
    live: { connections: 5 },
  });
  expect(() => read({ NATS_URL: 'http://n', LIVE_CONNECTIONS: '-1' })).toThrow(
    /LIVE_CONNECTIONS must be a whole number[^]*NATS_URL must be an address/,
  );
});

it('has no secret by default and tells all that is missing at once', () => {
  expect(() => parseGatewayEnvironment({})).toThrow(/OIDC_ISSUER[^]*SESSION_KEYS[^]*SUBGRAPH_URLS/);
});

it.each(['items', 'items=ftp://x', 'items=http://a,,', '=http://a'])(
  'refuses the addresses %j',
  (SUBGRAPH_URLS) => {
    expect(() => parseGatewayEnvironment({ ...complete, SUBGRAPH_URLS })).toThrow('SUBGRAPH_URLS');
  },
);
