import chineseDays from 'chinese-days';
import { addDays, yearOf, type Day } from './day.ts';

/** The days off of every year, by the month and day of the solar calendar (全国年节及纪念日放假办法 2, as of 2025). */
const SOLAR: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};
/** Those of the lunar calendar, by its month and day; the eve of the first one is a day off too. */
const LUNAR: Readonly<Record<string, string>> = {
  '1-1': '春节',
  '1-2': '春节',
  '1-3': '春节',
  '5-5': '端午节',
  '8-15': '中秋节',
};

/** From when the law counts thirteen days, and the last year of which the library knows the moon. */
const [FIRST_YEAR, LAST_YEAR] = [2025, 2099];

/**
 * The holiday of a day that is off in every year, null of any other: 13 days, which no yearly notice takes away
 * (全国年节及纪念日放假办法 2). What the notice moves around them is known when it is published, and not before.
 */
export function statutoryDayOff(day: Day): string | null {
  const year = yearOf(day);
  if (year < FIRST_YEAR) return null;
  const solar = SOLAR[day.slice(5)];
  if (solar !== undefined) return solar;
  if (year > LAST_YEAR) return null;
  if (chineseDays.getSolarTermDate(year, 4, 'pure_brightness') === day) return '清明节';
  const lunar = lunarHoliday(day);
  if (lunar !== null) return lunar;
  return lunarDate(addDays(day, 1)) === '1-1' ? '除夕' : null;
}

const lunarHoliday = (day: Day): string | null => LUNAR[lunarDate(day)] ?? null;

/** As `5-5`; a leap month has none of these days. */
function lunarDate(day: Day): string {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day);
  return isLeap ? 'leap' : `${lunarMon}-${lunarDay}`;
}
