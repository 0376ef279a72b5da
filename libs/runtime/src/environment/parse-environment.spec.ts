import { z } from 'zod';
import {
  clockEnvironment,
  httpEnvironment,
  identityEnvironment,
  logEnvironment,
  mongoEnvironment,
  natsEnvironment,
  personalDataEnvironment,
  requestTokenEnvironment,
  sessionEnvironment,
} from './fragments.ts';
import { parseEnvironment, type EnvironmentShape } from './parse-environment.ts';
import { subgraphKeysEnvironment } from './subgraph-keys.ts';

const shape = {
  mongo: mongoEnvironment,
  nats: natsEnvironment,
  http: httpEnvironment,
  identity: identityEnvironment,
  requestTokens: requestTokenEnvironment,
  sessions: sessionEnvironment,
  personalData: personalDataEnvironment,
  log: logEnvironment,
  clock: clockEnvironment,
};
const secretText = 'a-secret-that-has-32-bytes-or-more';
const aesKey = Buffer.alloc(32, 7).toString('base64');
const complete = {
  MONGODB_URI: 'mongodb://a:1,b:2/?replicaSet=rs',
  NATS_URL: 'nats://bus:4222',
  OIDC_ISSUER: 'https://id.example',
  OIDC_AUDIENCE: 'onewindow',
  OIDC_JWKS_URI: 'https://id.example/jwks',
  REQUEST_TOKEN_KEYS: `k2:${secretText}, k1:${secretText}`,
  SESSION_KEYS: `s1:${secretText}`,
  PERSONAL_DATA_KEYS: `p1:${aesKey}`,
  PERSONAL_DATA_INDEX_SECRET: secretText,
};
const problems = (source: Record<string, string>, fragments: EnvironmentShape = shape) => {
  try {
    parseEnvironment(source, fragments);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
};

it('a complete environment is an object by use', () => {
  const environment = parseEnvironment(complete, shape);
  expect(environment).toEqual({
    mongo: { uri: complete.MONGODB_URI, indexChanges: 'apply' },
    nats: { url: 'nats://bus:4222' },
    http: { port: 4000, host: '0.0.0.0', bodyLimit: 1_048_576 },
    identity: {
      issuer: 'https://id.example',
      audience: 'onewindow',
      jwksUri: 'https://id.example/jwks',
    },
    requestTokens: {
      keys: [
        { id: 'k2', secret: secretText },
        { id: 'k1', secret: secretText },
      ],
    },
    sessions: { keys: [{ id: 's1', secret: secretText }] },
    personalData: { keys: [{ id: 'p1', secret: aesKey }], indexSecret: secretText },
    log: { level: 'info' },
    clock: {},
  });
});

it('operators ask at a port of their own, or nobody does', () => {
  const http = { http: httpEnvironment };
  expect(parseEnvironment({ ADMIN_PORT: '4100' }, http).http).toMatchObject({ adminPort: 4100 });
  expect(parseEnvironment({}, http).http).not.toHaveProperty('adminPort');
  expect(parseEnvironment({ PORT: '0', ADMIN_PORT: '0' }, http).http).toMatchObject({
    adminPort: 0,
  });
  expect(problems({ ADMIN_PORT: '4000' }, http)).toEqual([
    expect.stringMatching(/^- ADMIN_PORT must be another port than PORT/) as string,
  ]);
  expect(problems({ ADMIN_PORT: '65536' }, http)).toEqual([
    '- ADMIN_PORT must be a whole number from 0 to 65535.',
  ]);
});

it('all problems are told at once, each in a sentence', () => {
  expect(problems({ PORT: 'http', LOG_LEVEL: 'loud', NATS_URL: 'http://bus' })).toEqual([
    '- MONGODB_URI is missing: the address of the MongoDB replica set.',
    '- NATS_URL must be an address that begins with nats:// or tls:// or ws:// or wss://.',
    '- PORT must be a whole number from 0 to 65535.',
    '- OIDC_ISSUER is missing: the issuer of tokens, as their claim "iss" has it.',
    '- OIDC_AUDIENCE is missing: the audience that tokens are made for.',
    '- OIDC_JWKS_URI is missing: where the keys of the issuer are.',
    '- REQUEST_TOKEN_KEYS is missing: the keys of the request tokens of this subgraph.',
    '- SESSION_KEYS is missing: the keys that sign anonymous sessions.',
    '- PERSONAL_DATA_KEYS is missing: the keys that encrypt personal data.',
    '- PERSONAL_DATA_INDEX_SECRET is missing: the secret of the blind index.',
    '- LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.',
  ]);
});

it('a problem of two fragments is told once', () => {
  expect(problems({}, { one: natsEnvironment, two: natsEnvironment })).toHaveLength(1);
});

it('no secret has a default: without them nothing is read', () => {
  const secrets = Object.keys(complete).filter((name) => /KEYS|SECRET/.test(name));
  expect(secrets).toHaveLength(4);
  for (const name of secrets) {
    expect(problems({ ...complete, [name]: '' })).toEqual([
      expect.stringMatching(new RegExp(`^- ${name} is missing`)) as string,
    ]);
  }
});

it.each([
  ['REQUEST_TOKEN_KEYS', 'k:too-short', /at least 32 bytes/],
  ['REQUEST_TOKEN_KEYS', secretText, /"id:secret"/],
  ['REQUEST_TOKEN_KEYS', `k:${secretText},`, /"id:secret"/],
  ['REQUEST_TOKEN_KEYS', `k:${secretText},k:${secretText}`, /two keys of the same id/],
  ['PERSONAL_DATA_KEYS', `p:${secretText}`, /AES-256/],
  ['PERSONAL_DATA_INDEX_SECRET', 'short', /at least 32 bytes/],
  ['PORT', '-1', /whole number/],
  ['PORT', '65536', /whole number/],
  ['MONGODB_URI', 'mongodb://', /begins with/],
])('%s refuses %s, and does not tell it', (name, value, reason) => {
  const [problem, ...others] = problems({ ...complete, [name]: value });
  expect(others).toEqual([]);
  expect(problem).toMatch(reason);
  if (name !== 'PORT' && name !== 'MONGODB_URI') expect(problem).not.toContain(value);
});

it('the business clock is refused where the machine is not a local one', () => {
  const clock = { clock: clockEnvironment };
  expect(problems({ BUSINESS_CLOCK: '/tmp/clock' }, clock)).toEqual([
    expect.stringMatching(/^- BUSINESS_CLOCK is refused/) as string,
  ]);
  expect(problems({ BUSINESS_CLOCK: '/tmp/clock', ONEWINDOW_LOCAL: 'true' }, clock)).toHaveLength(
    1,
  );
  const local = { BUSINESS_CLOCK: '/tmp/clock', ONEWINDOW_LOCAL: '1' };
  expect(parseEnvironment(local, clock)).toEqual({ clock: { businessClock: '/tmp/clock' } });
});

it("a service's own fragment stands beside these", () => {
  const own = z.object({ HALL: z.string() }).transform(({ HALL }) => ({ hall: HALL }));
  expect(parseEnvironment({ HALL: 'east' }, { own })).toEqual({ own: { hall: 'east' } });
});

it('a cluster keeps as many copies of an event as is said, an odd number', () => {
  const nats = { nats: natsEnvironment };
  const source = (NATS_STREAM_REPLICAS: string) => ({
    NATS_URL: 'nats://bus',
    NATS_STREAM_REPLICAS,
  });
  expect(parseEnvironment(source('3'), nats).nats.stream).toEqual({ replicas: 3 });
  expect(parseEnvironment(source(''), nats).nats).toEqual({ url: 'nats://bus' });
  for (const wrong of ['2', '0', '7', 'three']) {
    expect(problems(source(wrong), nats)).toEqual([
      expect.stringMatching(/^- NATS_STREAM_REPLICAS must be 1, 3 or 5/) as string,
    ]);
  }
});

it('a stream reserves as many bytes as is said', () => {
  const nats = { nats: natsEnvironment };
  const source = (NATS_STREAM_BYTES: string) => ({ NATS_URL: 'nats://bus', NATS_STREAM_BYTES });
  expect(parseEnvironment(source('268435456'), nats).nats.stream).toEqual({ maxBytes: 268435456 });
  expect(parseEnvironment(source(''), nats).nats).toEqual({ url: 'nats://bus' });
  const both = { ...source('1048576'), NATS_STREAM_REPLICAS: '3' };
  expect(parseEnvironment(both, nats).nats.stream).toEqual({ replicas: 3, maxBytes: 1048576 });
  for (const wrong of ['256MB', '-1', '1000', '0']) {
    expect(problems(source(wrong), nats)).toEqual([
      expect.stringMatching(/^- NATS_STREAM_BYTES must be a whole number from 1048576/) as string,
    ]);
  }
});

describe('the keys of all subgraphs', () => {
  const shapeOfGateway = { requestTokens: subgraphKeysEnvironment };
  const read = (SUBGRAPH_TOKEN_KEYS: string) => problems({ SUBGRAPH_TOKEN_KEYS }, shapeOfGateway);

  it('are rings by name', () => {
    const source = {
      SUBGRAPH_TOKEN_KEYS: `cases=k2:${secretText},k1:${secretText};items=k1:${secretText}`,
    };
    const { keys } = parseEnvironment(source, shapeOfGateway).requestTokens;
    expect(Object.keys(keys)).toEqual(['cases', 'items']);
    expect(keys['cases']?.map(({ id }) => id)).toEqual(['k2', 'k1']);
  });

  it('are refused when one is malformed, short or given twice', () => {
    expect(read(`cases=k:${secretText};items`)).toHaveLength(1);
    expect(read(`cases=k:short`)).toEqual([expect.stringContaining('32 bytes') as string]);
    const twice = `cases=k:${secretText};cases=j:${secretText}`;
    expect(read(twice)).toEqual([expect.stringContaining('each subgraph once') as string]);
  });
});
