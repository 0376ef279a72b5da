import { dayOf } from '@onewindow/calendar';
import { instant } from '@onewindow/kernel';
import { parseEnvironment } from '@onewindow/runtime';
import { calendarEnvironment } from './calendar-environment.ts';

const day = (date: string) => dayOf(instant(`2026-${date}T12:00:00+08:00`));
const [ofMarchThird, nationalDay] = [day('04-20'), day('10-01')];
const guangxi = {
  region: { code: '450000', name: '广西壮族自治区' },
  version: '1',
  regionalHolidays: [{ name: '三月三', days: ['2026-04-20'] }],
  overrides: [],
};
const calendarOf = (REGIONAL_CALENDARS?: string) =>
  parseEnvironment({ REGIONAL_CALENDARS }, { calendars: calendarEnvironment }).calendars.calendarOf;

describe('the calendar of a region', () => {
  it('is its own where it has one (行政许可法 82)', () => {
    const own = calendarOf(JSON.stringify({ 'region-1': guangxi }))('region-1');
    expect(own.region.code).toBe('450000');
    expect(own.day(ofMarchThird)).toMatchObject({ works: false, name: '三月三' });
  });

  it.each([undefined, '', '{}', JSON.stringify({ 'region-1': guangxi })])(
    'is the national one where nothing is told of it: %s',
    (told) => {
      const national = calendarOf(told)('another');
      expect(national.region.code).toBe('CN');
      expect(national.day(ofMarchThird)).toMatchObject({ works: true });
      expect(national.day(nationalDay)).toMatchObject({ works: false });
    },
  );

  it.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['no calendar', '[1]'],
    ['a calendar without its region', JSON.stringify({ r: { ...guangxi, region: undefined } })],
    ['a version that is no text', JSON.stringify({ r: { ...guangxi, version: 7 } })],
  ])('is not guessed from %s', (_, told) => {
    expect(() => calendarOf(told)).toThrow(
      'REGIONAL_CALENDARS must be JSON of calendars by region: ',
    );
  });
});
