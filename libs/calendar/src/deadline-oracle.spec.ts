import { datesFrom, isWorked } from '../test/notices.ts';
import { day, national, workingDays } from '../test/sources.ts';
import { endOfDay, startOfDay } from './day.ts';
import { deadline } from './deadline.ts';

const dates = datesFrom('2024-01-01', '2026-12-31').map((date) => ({
  day: day(date.toISOString().slice(0, 10)),
  worked: isWorked(date),
}));

/** The last day, found by walking on day by day; `undefined` when it lies beyond the hand-written table. */
function walk(start: number, days: number) {
  let index = start;
  for (let left = days; left > 0 && index < dates.length;) {
    index += 1;
    if (dates[index]?.worked) left -= 1;
  }
  return dates[index]?.day;
}

it.each(Array.from({ length: 46 }, (_, days) => days))(
  '%d working days from each day of 2024 to 2026 end where a naive count ends',
  (days) => {
    const wrong = dates.filter(({ day: started }, index) => {
      const last = walk(index, days);
      const { dueAt, provisional } = deadline({
        calendar: national,
        rule: '行政许可法 82',
        startedAt: startOfDay(started),
        period: workingDays(days),
        suspensions: [],
      });
      // Beyond 2026 no notice is known: there an end is found, but it is provisional.
      return last === undefined ? !provisional : provisional || dueAt !== endOfDay(last);
    });
    expect(wrong).toEqual([]);
  },
);
