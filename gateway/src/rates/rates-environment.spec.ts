import { IN_HAND } from './operations-in-hand.ts';
import { RATES } from './rate-kinds.ts';
import { ratesEnvironment } from './rates-environment.ts';

const problem = (source: object) =>
  ratesEnvironment
    .safeParse(source)
    .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);

it('counts by default, and believes no proxy', () => {
  expect(ratesEnvironment.parse({})).toEqual({
    ...{ rates: RATES, inHand: IN_HAND, trusted: { hops: 0 } },
  });
});

it('takes numbers for each kind, and leaves the others', () => {
  const { rates } = ratesEnvironment.parse({ RATE_LIMITS: 'progress=5/60, filing=2/3600' });
  expect(rates).toEqual({
    ...RATES,
    progress: { points: 5, seconds: 60 },
    filing: { points: 2, seconds: 3_600 },
  });
});

it('can be switched off, and counted together with other gateways', () => {
  const RATE_LIMIT_MONGODB_URI = 'mongodb://a:27017/?replicaSet=rs0';
  expect(ratesEnvironment.parse({ RATE_LIMITS: 'off' })).not.toHaveProperty('rates');
  expect(ratesEnvironment.parse({ RATE_LIMIT_MONGODB_URI })).toMatchObject({
    sharedUri: RATE_LIMIT_MONGODB_URI,
  });
  expect(problem({ RATE_LIMIT_MONGODB_URI: 'redis://a' })).toHaveLength(1);
});

it.each([
  'progress',
  'progress=5',
  'progress=5/0',
  'everything=5/60',
  'toString=5/60',
  'progress=-1/60',
])('refuses the rates %j, and tells the kinds there are', (RATE_LIMITS) => {
  expect(problem({ RATE_LIMITS })).toEqual([
    expect.stringMatching(
      /^RATE_LIMITS must be "off".*progress, programProgress, filing/,
    ) as string,
  ]);
});

it('believes so many proxies, or those at these addresses', () => {
  const read = (TRUST_PROXY: string) => ratesEnvironment.parse({ TRUST_PROXY }).trusted;
  expect(read('2')).toEqual({ hops: 2 });
  expect(read('10.0.0.0/8, fd00::/8')).toEqual({ ranges: ['10.0.0.0/8', 'fd00::/8'] });
  expect(problem({ TRUST_PROXY: 'all' })).toEqual([
    expect.stringMatching(/^TRUST_PROXY must be a number of proxies/) as string,
  ]);
});

describe('operations in hand', () => {
  it('have numbers by default, and others where they are told', () => {
    expect(ratesEnvironment.parse({}).inHand).toEqual(IN_HAND);
    const { inHand } = ratesEnvironment.parse({ OPERATIONS_IN_HAND: 'person=7, service=9' });
    expect(inHand).toEqual({ ...IN_HAND, person: 7, service: 9 });
  });

  it('are not counted where that or all counting is off', () => {
    expect(ratesEnvironment.parse({ OPERATIONS_IN_HAND: 'off' })).not.toHaveProperty('inHand');
    expect(ratesEnvironment.parse({ RATE_LIMITS: 'off' })).not.toHaveProperty('inHand');
  });

  it.each(['person=0', 'people=5', 'person'])('refuse %s', (OPERATIONS_IN_HAND) => {
    expect(ratesEnvironment.safeParse({ OPERATIONS_IN_HAND }).success).toBe(false);
  });
});
