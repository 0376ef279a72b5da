import { parseSupervisionEnvironment } from './environment.ts';

const secret = 'k'.repeat(32);
const complete = {
  MONGODB_URI: 'mongodb://localhost:27017',
  NATS_URL: 'nats://localhost:4222',
  REQUEST_TOKEN_KEYS: `k:${secret}`,
  JOURNAL_HMAC_KEY: secret,
  PERSONAL_DATA_KEYS: `p:${Buffer.alloc(32, 7).toString('base64')}`,
  PERSONAL_DATA_INDEX_SECRET: secret,
};
const rulesOf = (source: object) => parseSupervisionEnvironment({ ...complete, ...source }).rules;

describe('the local rule table', () => {
  it('has 3 days by phone and 7 in writing, and each channel may have its own (A24)', () => {
    const days = (source: object) => {
      const { PHONE, WEB, MAILBOX } = rulesOf(source).replyPeriods;
      return [PHONE.value, WEB.value, MAILBOX.value];
    };
    expect(days({})).toEqual([3, 7, 7]);
    expect(days({ COMPLAINT_REPLY_DAYS: '{"WEB":5}' })).toEqual([3, 5, 7]);
  });

  it('gives a superior one working day, or what is set', () => {
    expect(rulesOf({}).acknowledgeWithin).toEqual({ value: 1, unit: 'WORKING_DAYS' });
    expect(rulesOf({ REPORT_ACKNOWLEDGE_WORKING_DAYS: '0' }).acknowledgeWithin.value).toBe(0);
  });

  it('tells all problems at once', () => {
    const wrong = {
      NATS_URL: '',
      COMPLAINT_REPLY_DAYS: '{"FAX":1}',
      REPORT_ACKNOWLEDGE_WORKING_DAYS: 'x',
    };
    for (const name of Object.keys(wrong)) {
      expect(() => rulesOf(wrong)).toThrow(name);
    }
  });
});
