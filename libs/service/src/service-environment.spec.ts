import { z } from 'zod';
import { parseServiceEnvironment } from './service-environment.ts';

const secret = 's'.repeat(32);
const complete = {
  MONGODB_URI: 'mongodb://127.0.0.1:27017',
  NATS_URL: 'nats://127.0.0.1:4222',
  PORT: '4001',
  REQUEST_TOKEN_KEYS: `k:${secret}`,
  JOURNAL_HMAC_KEY: secret,
  ONEWINDOW_FAIL_POINT: 'after-write',
};
const own = { rules: z.object({ DAYS: z.coerce.number() }) };

it('reads what every service is told beside its own', () => {
  const read = parseServiceEnvironment({ ...complete, DAYS: '3' }, own);
  expect(read).toMatchObject({ rules: { DAYS: 3 }, http: { port: 4001 } });
});

it('tells all problems at once, its own with those of every service', () => {
  const wrong = { ...complete, DAYS: 'x', NATS_URL: '' };
  expect(() => parseServiceEnvironment(wrong, own)).toThrow(/NATS_URL[^]*DAYS|DAYS[^]*NATS_URL/);
});

it('knows no fail point outside a developer’s machine', () => {
  expect(parseServiceEnvironment(complete, {}).local).toEqual({ isLocal: false });
  const local = parseServiceEnvironment({ ...complete, ONEWINDOW_LOCAL: '1' }, {});
  expect(local.local).toEqual({ isLocal: true, failPoint: 'after-write' });
});
