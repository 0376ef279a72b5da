import { NATIONAL, NOTICE_2027 } from '../test/sources.ts';
import {
  calendarFaults,
  calendarSourceProblems,
  parseCalendarSource,
} from './parse-calendar-source.ts';

const withYear = (change: object) =>
  calendarSourceProblems({ ...NATIONAL, overrides: [{ ...NOTICE_2027, ...change }] });
const withHolidays = (...days: unknown[]) => withYear({ holidays: [{ name: '元旦', days }] });

describe('a well-formed source', () => {
  it('is read as it is', () => {
    const source = { ...NATIONAL, overrides: [NOTICE_2027] };
    expect(parseCalendarSource(source)).toEqual(source);
    expect(parseCalendarSource(JSON.parse(JSON.stringify(source)))).toEqual(source);
  });
});

describe('a malformed source is refused', () => {
  it('with every problem at once', () => {
    const source = {
      region: { code: '' },
      regionalHolidays: [{ name: '三月三', days: ['2026-04-31', 7] }],
      overrides: [{ year: 2027, holidays: [{ days: [] }] }, 5],
    };
    expect(calendarSourceProblems(source)).toEqual([
      'region.code: must be a text',
      'region.name: must be a text',
      'version: must be a text',
      'regionalHolidays[0].days[0]: "2026-04-31" is no day (YYYY-MM-DD)',
      'regionalHolidays[0].days[1]: number is no day (YYYY-MM-DD)',
      'overrides[0].holidays[0].name: must be a text',
      'overrides[0].holidays[0].days: must not be empty',
      'overrides[0].makeupWorkdays: must be a list',
      'overrides[1]: must be an object with year, holidays and makeupWorkdays',
    ]);
    expect(() => parseCalendarSource(source)).toThrow(
      /^Not a calendar source:\n- region\.code: must be a text\n- [^]*- overrides\[1\]/,
    );
  });

  it.each([null, undefined, 'x', 3, []])('when it is %j', (value) => {
    expect(calendarSourceProblems(value)).toEqual(['source: must be an object']);
  });

  it('when lists or the region are something else', () => {
    expect(
      calendarSourceProblems({ version: '1', region: [], regionalHolidays: {}, overrides: null }),
    ).toEqual([
      'region: must be an object with code and name',
      'regionalHolidays: must be a list',
      'overrides: must be a list',
    ]);
  });

  it.each([1991, 2027.5, '2027', null, 9999])('when the year is %j', (year) => {
    expect(withYear({ year })).toEqual([
      'overrides[0].year: must be a whole year from 1992 to 9998',
    ]);
  });

  it('when a year is taught twice', () => {
    expect(
      calendarSourceProblems({ ...NATIONAL, overrides: [NOTICE_2027, NOTICE_2027] }),
    ).toContain('overrides[1].year: 2027 is taught twice');
  });

  it('when a year has no holidays, as an unknown year would', () => {
    expect(withYear({ holidays: [] })).toEqual([
      'overrides[0].holidays: a year without holidays is not known',
    ]);
  });

  it('when a day is of another year, the December before excepted', () => {
    expect(withHolidays('2026-12-31', '2027-01-01')).toEqual([]);
    expect(withHolidays('2026-11-30')).toEqual([
      'overrides[0].holidays[0].days[0]: 2026-11-30 is not of the notice of 2027',
    ]);
    expect(withHolidays('2028-01-01')).toHaveLength(1);
  });

  it('when a day is listed twice, or as holiday and as make-up workday', () => {
    expect(withHolidays('2027-01-01', '2027-01-01')).toEqual([
      'overrides[0].holidays[0].days[1]: 2027-01-01 is listed twice',
    ]);
    expect(withHolidays('2027-02-13')).toEqual([
      'overrides[0].makeupWorkdays[1]: 2027-02-13 is listed twice',
    ]);
    expect(
      calendarSourceProblems({
        ...NATIONAL,
        regionalHolidays: [
          { name: '三月三', days: ['2027-04-09'] },
          { name: '盘王节', days: ['2027-04-09'] },
        ],
      }),
    ).toEqual(['regionalHolidays[1].days[0]: 2027-04-09 is listed twice']);
  });

  it('when a make-up workday is no weekend day', () => {
    expect(withYear({ makeupWorkdays: ['2027-02-12'] })).toEqual([
      'overrides[0].makeupWorkdays[0]: 2027-02-12 is no weekend day, so it is worked anyway',
    ]);
  });

  it('when a day of the region is worked, too', () => {
    expect(
      calendarSourceProblems({
        ...NATIONAL,
        regionalHolidays: [{ name: '三月三', days: ['2027-02-13'] }],
        overrides: [{ ...NOTICE_2027, makeupWorkdays: ['2027-02-13'] }],
      }),
    ).toContain('overrides[0].makeupWorkdays[0]: 2027-02-13 is a holiday of the region too');
  });
});

describe('the faults of a calendar', () => {
  it('are none in the notice of a year', () => {
    expect(calendarFaults({ regionalHolidays: [], overrides: [NOTICE_2027] })).toEqual([]);
  });

  it.each(['0001-01-01', '0206-10-01', '1991-12-31', '9999-12-31'])(
    'tell a day of the region in a year that nobody counts in: %s',
    (day) => {
      const regionalHolidays = [{ name: '三月三', days: ['2027-04-09', day] }];
      expect(calendarFaults({ regionalHolidays, overrides: [] })).toEqual([
        { fault: 'YEAR_OUT_OF_RANGE', path: 'regionalHolidays[0].days[1]', year: null, day },
      ]);
      // What was set before that was asked stays readable.
      expect(calendarSourceProblems({ ...NATIONAL, regionalHolidays })).toEqual([]);
    },
  );

  it('are none in the first and the last year that is counted', () => {
    const regionalHolidays = [{ name: '三月三', days: ['1992-01-01', '9998-12-31'] }];
    expect(calendarFaults({ regionalHolidays, overrides: [] })).toEqual([]);
  });

  it('name the year and the day, for a clerk to mend', () => {
    const holidays = [{ name: '元旦', days: ['2028-01-01'] }];
    const overrides = [{ year: 2027, holidays, makeupWorkdays: [] }];
    expect(calendarFaults({ regionalHolidays: [], overrides })).toEqual([
      {
        fault: 'NOT_OF_THE_YEAR',
        path: 'overrides[0].holidays[0].days[0]',
        year: 2027,
        day: '2028-01-01',
      },
    ]);
  });
});
