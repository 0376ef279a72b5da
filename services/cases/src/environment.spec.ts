import { parseCasesEnvironment } from './environment.ts';

const secret = 'k'.repeat(32);
const complete = {
  MONGODB_URI: 'mongodb://localhost:27017',
  NATS_URL: 'nats://localhost:4222',
  REQUEST_TOKEN_KEYS: `k:${secret}`,
  JOURNAL_HMAC_KEY: secret,
  PERSONAL_DATA_KEYS: `p:${Buffer.alloc(32, 7).toString('base64')}`,
  PERSONAL_DATA_INDEX_SECRET: secret,
};
const failPoint = { ONEWINDOW_FAIL_POINT: 'after-write' };

describe('the environment', () => {
  it('gives the numbers that no law sets a default', () => {
    const { rules } = parseCasesEnvironment(complete);
    expect(rules.supplement).toEqual({ value: 30, unit: 'WORKING_DAYS' });
    expect(rules.dueSoonWorkingDays).toBe(1);
    expect(rules.mostOpenApplications).toBe(10);
    expect(rules.withoutLimit).toEqual({ value: 20, unit: 'WORKING_DAYS' });
    expect(rules.closing).toBe('17:00');
  });

  it('tells all problems at once', () => {
    const wrong = {
      ...complete,
      NATS_URL: '',
      SUPPLEMENT_WORKING_DAYS: 'x',
      CLOSING_TIME: '25:00',
    };
    for (const name of ['NATS_URL', 'SUPPLEMENT_WORKING_DAYS', 'CLOSING_TIME']) {
      expect(() => parseCasesEnvironment(wrong)).toThrow(name);
    }
  });

  it('knows neither demo numbers nor fail points outside a developer’s machine', () => {
    expect(parseCasesEnvironment({ ...complete, ...failPoint }).local).toEqual({
      isLocal: false,
      failPoint: undefined,
    });
    const local = { ...complete, ...failPoint, ONEWINDOW_LOCAL: '1' };
    expect(parseCasesEnvironment(local).local).toEqual({
      isLocal: true,
      failPoint: 'after-write',
    });
  });
});
