import { addDays, type Day } from './day.ts';
import { isPublished, publishedDay } from './published-holidays.ts';
import { statutoryDayOff } from './statutory-days-off.ts';

const daysOf = (year: number): readonly Day[] =>
  Array.from({ length: 365 }, (_, index) => addDays(`${year}-01-01` as Day, index));
const daysOff = (year: number) =>
  daysOf(year).flatMap((day) => {
    const name = statutoryDayOff(day);
    return name === null ? [] : [`${day} ${name}`];
  });

it('are thirteen days, by the sun and by the moon', () => {
  expect(daysOff(2027)).toEqual([
    '2027-01-01 元旦',
    '2027-02-05 除夕',
    '2027-02-06 春节',
    '2027-02-07 春节',
    '2027-02-08 春节',
    '2027-04-05 清明节',
    '2027-05-01 劳动节',
    '2027-05-02 劳动节',
    '2027-06-09 端午节',
    '2027-09-15 中秋节',
    '2027-10-01 国庆节',
    '2027-10-02 国庆节',
    '2027-10-03 国庆节',
  ]);
});

it.each([2025, 2026])(
  'are all off in the notice of %d, which is the law’s own year or later',
  (year) => {
    expect(isPublished(year)).toBe(true);
    const wrong = daysOf(year).filter(
      (day) => statutoryDayOff(day) !== null && publishedDay(day)?.works !== false,
    );
    expect(wrong).toEqual([]);
  },
);

it('are of the law as it stands since 2025, and by the moon as far as that is known', () => {
  expect(daysOff(2024)).toEqual([]);
  expect(daysOff(2099)).toHaveLength(13);
  expect(daysOff(2101)).toHaveLength(6);
});
