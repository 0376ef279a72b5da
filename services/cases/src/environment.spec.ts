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
  });

  it('tells all problems at once', () => {
    const wrong = {
      ...complete,
      NATS_URL: '',
      SUPPLEMENT_WORKING_DAYS: 'x',
      REGIONAL_CALENDARS: '{',
    };
    for (const name of ['NATS_URL', 'SUPPLEMENT_WORKING_DAYS', 'REGIONAL_CALENDARS']) {
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

describe('calendars', () => {
  const guangxi = {
    region: { code: '450000', name: '广西壮族自治区' },
    version: '1',
    regionalHolidays: [{ name: '三月三', days: ['2026-04-20'] }],
    overrides: [],
  };
  const REGIONAL_CALENDARS = JSON.stringify({ 'region-1': guangxi });
  const { calendars } = parseCasesEnvironment({ ...complete, REGIONAL_CALENDARS });

  it('are the region’s own, or the national one (行政许可法 82)', () => {
    expect(calendars.calendarOf('region-1').region.code).toBe('450000');
    expect(calendars.calendarOf('another').region.code).toBe('CN');
  });
});
