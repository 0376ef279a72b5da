import { createLog, type Log } from './create-log.ts';

// Invented, and invalid by their check digits and ranges.
const ID_NUMBER = '110101199001019990';
const PHONE = '13900000000';
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2lnbmF0dXJl';

const said = (say: (log: Log) => void, level: 'info' | 'debug' = 'info') => {
  const lines: string[] = [];
  say(createLog({ service: 'cases', level, destination: { write: (it) => void lines.push(it) } }));
  return lines;
};
const only = (say: (log: Log) => void) => JSON.parse(said(say)[0] ?? '') as Record<string, unknown>;

it('a line is JSON with time, level, service and what is said', () => {
  expect(
    only((log) => {
      log.info({ caseId: 'c1', ms: 12 }, 'command accepted');
    }),
  ).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
    level: 'info',
    service: 'cases',
    caseId: 'c1',
    ms: 12,
    msg: 'command accepted',
  });
});

it('what is below the level is not said', () => {
  expect(
    said((log) => {
      log.debug({}, 'detail');
    }),
  ).toEqual([]);
});

describe('no line tells', () => {
  it.each([
    'authorization',
    'Authorization',
    'set-cookie',
    'token',
    'accessToken',
    'request_token',
    'password',
    'clientSecret',
    'name',
    'applicantName',
    'phone',
    'contactPhone',
    'mobile',
    'idNumber',
    'id-number',
    'applicantIdNumber',
    'personal',
    'variables',
    'input',
    'address',
    'identityIndex',
  ])('the value of %s, at any depth', (key) => {
    const hidden = { [key]: 'Hidden' };
    const lines = said((log) => {
      log.info(hidden, 'top');
      log.info({ request: { headers: [hidden] } }, 'deep');
      log.child(hidden).info({}, 'child');
      log.child({ a: hidden }).child({ b: hidden }).warn({}, 'grandchild');
      log.error(Object.assign(new Error('broken'), { details: hidden }), 'error');
      log.error({ err: new Error('broken', { cause: hidden }) }, 'cause');
      log.info('%o', hidden);
      log.info({ map: new Map([['x', hidden]]) }, 'map');
    });
    expect(lines).toHaveLength(8);
    expect(lines.join('')).not.toContain('Hidden');
  });

  it.each([
    ['an ID number', ID_NUMBER],
    ['a phone', PHONE],
    ['a phone of abroad', `+86 ${PHONE}`],
    ['a token', JWT],
  ])('%s in any text', (_, value) => {
    const lines = said((log) => {
      log.info({ note: `applicant ${value}, again` }, 'field');
      log.info(`applicant ${value}`);
      log.info({}, `applicant ${value}`);
      log.info('applicant %s', value);
      log.error(new Error(`dup key: ${value}`));
      log.error({ err: new Error('outer', { cause: new Error(value) }) }, 'cause');
      log.error(new Error('x'), `message ${value}`);
      log.child({ note: value }).info({ list: [[value]] }, 'child');
    });
    expect(lines).toHaveLength(8);
    expect(lines.join('')).not.toContain(value);
    lines.forEach((line) => {
      expect(() => JSON.parse(line) as unknown).not.toThrow();
    });
  });

  it('a phone as a number', () => {
    expect(
      said((log) => {
        log.info({ called: Number(PHONE) }, 'x');
      }).join(''),
    ).not.toContain(PHONE);
  });

  it('the bytes of a body', () => {
    expect(
      only((log) => {
        log.info({ data: Buffer.from('Hidden') }, 'x');
      })['data'],
    ).toBe('[bytes]');
  });
});

it('ids, instants and times are left as they are', () => {
  const fields = {
    caseId: '0196f9d0-0000-7000-8000-139000000000',
    at: '2026-03-02T01:00:00.000Z',
    since: 1_770_000_000_000,
    digest: 'a'.repeat(64),
  };
  expect(
    only((log) => {
      log.info(fields, 'x');
    }),
  ).toMatchObject(fields);
});

it('an error keeps its type, message, code, stack and cause', () => {
  const cause = Object.assign(new TypeError('inner'), { code: 'EPIPE' });
  const line = only((log) => {
    log.error(new Error('outer', { cause }));
  });
  expect(line).toMatchObject({
    msg: 'outer',
    err: {
      type: 'Error',
      message: 'outer',
      stack: expect.stringContaining('outer') as string,
      cause: { type: 'TypeError', message: 'inner', code: 'EPIPE' },
    },
  });
});

it('what goes in circles ends', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  expect(
    said((log) => {
      log.info({ circle }, 'x');
    }).join(''),
  ).toContain('[too deep]');
});
