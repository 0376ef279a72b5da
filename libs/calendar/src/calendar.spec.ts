import { day, guangxi, NATIONAL, national, NOTICE_2027 } from '../test/sources.ts';
import { createCalendar } from './calendar.ts';

const taught = createCalendar({ ...NATIONAL, overrides: [NOTICE_2027] });

describe('the reasons of a day', () => {
  it.each([
    ['2026-03-04', true, 'WORKDAY', null],
    ['2026-03-07', false, 'WEEKEND', null],
    ['2026-10-10', true, 'MAKEUP_WORKDAY', '国庆节'],
    ['2026-10-01', false, 'HOLIDAY', '国庆节'],
    ['2026-10-03', false, 'HOLIDAY', '国庆节'],
  ])('%s', (text, ...[works, reason, name]) => {
    expect(national.day(day(text))).toEqual({ day: text, works, reason, name, known: true });
  });
});

describe('a year whose notice is not known', () => {
  it('is said to be unknown, weekdays and weekends', () => {
    // The Tuesday after the Spring Festival's own days, which a notice will surely take off.
    expect(national.day(day('2027-02-09'))).toMatchObject({ works: true, known: false });
    expect(national.day(day('2027-02-06'))).toMatchObject({ works: false, known: false });
    expect(national.day(day('2003-10-01'))).toMatchObject({ known: false });
  });

  it('has the days off that every year has, and no more', () => {
    const spring = { works: false, reason: 'HOLIDAY', name: '春节', known: false };
    expect(national.day(day('2027-02-08'))).toMatchObject(spring);
    expect(national.day(day('2027-01-01'))).toMatchObject({ works: false, name: '元旦' });
    expect(national.day(day('2027-01-04'))).toMatchObject({ works: true, reason: 'WORKDAY' });
    // The days of that year follow another law.
    expect(national.day(day('2003-10-01'))).toMatchObject({ works: true });
  });

  it('is known once it is taught', () => {
    expect(taught.day(day('2027-02-08'))).toMatchObject({
      works: false,
      reason: 'HOLIDAY',
      name: '春节',
      known: true,
    });
    expect(taught.day(day('2027-02-13'))).toMatchObject({ works: true, reason: 'MAKEUP_WORKDAY' });
    expect(taught.day(day('2027-02-10'))).toMatchObject({ reason: 'WORKDAY', known: true });
    expect(taught.day(day('2028-01-03'))).toMatchObject({ known: false });
  });
});

describe('a taught year', () => {
  it('may reach into the December before', () => {
    expect(taught.day(day('2026-12-31'))).toMatchObject({ works: false, name: '元旦' });
    expect(taught.day(day('2026-12-27'))).toMatchObject({ reason: 'MAKEUP_WORKDAY' });
    expect(taught.day(day('2026-10-01'))).toMatchObject({ reason: 'HOLIDAY', known: true });
  });

  it('replaces all that the library knows of it', () => {
    const corrected = createCalendar({
      ...NATIONAL,
      overrides: [
        {
          year: 2026,
          holidays: [{ name: '国庆节', days: ['2026-10-08'] }],
          makeupWorkdays: ['2026-10-11'],
        },
      ],
    });
    expect(corrected.day(day('2026-10-08'))).toMatchObject({ works: false, known: true });
    expect(corrected.day(day('2026-10-01'))).toMatchObject({ reason: 'WORKDAY' });
    expect(corrected.day(day('2026-10-10'))).toMatchObject({ reason: 'WEEKEND' });
    expect(corrected.day(day('2026-10-11'))).toMatchObject({ reason: 'MAKEUP_WORKDAY' });
    expect(corrected.day(day('2025-10-01'))).toMatchObject({ reason: 'HOLIDAY' });
  });

  it('goes before the year before it, whatever the order in the list', () => {
    const year2026 = {
      year: 2026,
      holidays: [{ name: '国庆节', days: ['2026-10-01'] }],
      makeupWorkdays: ['2026-12-27'],
    };
    const year2027 = {
      year: 2027,
      holidays: [{ name: '元旦', days: ['2026-12-27', '2027-01-01'] }],
      makeupWorkdays: [],
    };
    for (const overrides of [
      [year2026, year2027],
      [year2027, year2026],
    ]) {
      const calendar = createCalendar({ ...NATIONAL, overrides });
      expect(calendar.day(day('2026-12-27'))).toMatchObject({ works: false, name: '元旦' });
    }
  });
});

describe('holidays of a region', () => {
  it('are off there and worked elsewhere', () => {
    expect(guangxi.day(day('2026-04-20'))).toEqual({
      day: '2026-04-20',
      works: false,
      reason: 'REGIONAL_HOLIDAY',
      name: '广西三月三',
      known: true,
    });
    expect(national.day(day('2026-04-20'))).toMatchObject({ works: true });
  });

  it('come on top of the national ones', () => {
    expect(guangxi.day(day('2026-10-01'))).toMatchObject({ reason: 'HOLIDAY', name: '国庆节' });
    expect(guangxi.day(day('2026-10-10'))).toMatchObject({ reason: 'MAKEUP_WORKDAY' });
  });

  it('leave a year unknown in which the region lists none', () => {
    expect(guangxi.day(day('2025-04-01'))).toMatchObject({ works: true, known: false });
    expect(national.day(day('2025-04-01'))).toMatchObject({ known: true });
  });

  it('give way to a national holiday and go before a make-up workday', () => {
    const calendar = createCalendar({
      ...NATIONAL,
      regionalHolidays: [{ name: '地方节日', days: ['2026-10-01', '2026-10-10'] }],
    });
    expect(calendar.day(day('2026-10-01'))).toMatchObject({ reason: 'HOLIDAY' });
    expect(calendar.day(day('2026-10-10'))).toMatchObject({ reason: 'REGIONAL_HOLIDAY' });
  });
});

describe('the version', () => {
  it('names the library, the source and the taught years in order', () => {
    expect(national.version).toBe('chinese-days@1.5.7+1.statutory-2025 CN@1');
    expect(taught.version).toBe('chinese-days@1.5.7+1.statutory-2025 CN@1 2027(8-2)');
    const year2028 = {
      ...NOTICE_2027,
      year: 2028,
      holidays: [{ name: '元旦', days: ['2028-01-03'] }],
    };
    expect(
      createCalendar({
        ...NATIONAL,
        version: '7',
        overrides: [{ ...year2028, makeupWorkdays: [] }, NOTICE_2027],
      }).version,
    ).toBe('chinese-days@1.5.7+1.statutory-2025 CN@7 2027(8-2) 2028(1-0)');
  });
});

it('refuses a malformed source', () => {
  expect(() => createCalendar({ ...NATIONAL, version: '' })).toThrow(RangeError);
});
