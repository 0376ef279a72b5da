import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { datesFrom, isWorked, NOTICES } from '../test/notices.ts';
import { day, national } from '../test/sources.ts';
import { isWeekend } from './day.ts';
import { isPublished, PUBLISHED_BY, publishedDay } from './published-holidays.ts';

describe('the published notices', () => {
  it.each(Object.entries(NOTICES))(
    'of %s: the days off are those of the notice',
    (year, notice) => {
      const inYear = datesFrom(`${year}-01-01`, `${year}-12-31`).map((date) =>
        day(date.toISOString().slice(0, 10)),
      );
      const off = inYear.filter((each) => !national.day(each).works && !isWeekend(each));
      const makeup = inYear.filter((each) => national.day(each).works && isWeekend(each));
      expect(off).toEqual(notice.off.filter((each) => !isWeekend(day(each))));
      expect(makeup).toEqual(notice.makeup);
    },
  );

  it('agree with the hand-written table on every day of 2004 to 2026', () => {
    const wrong = datesFrom('2004-01-01', '2026-12-31').filter(
      (date) => national.day(day(date.toISOString().slice(0, 10))).works !== isWorked(date),
    );
    expect(wrong).toEqual([]);
  });

  it('name the holiday, on its weekends and on the days worked for it too', () => {
    expect(publishedDay(day('2026-02-15'))).toEqual({ works: false, name: '春节' });
    expect(publishedDay(day('2026-02-28'))).toEqual({ works: true, name: '春节' });
    expect(publishedDay(day('2026-10-02'))).toEqual({ works: false, name: '国庆节' });
  });

  it('are corrected where the library lacks a day', () => {
    expect(national.day(day('2005-12-31'))).toMatchObject({
      works: true,
      reason: 'MAKEUP_WORKDAY',
    });
    expect(national.day(day('2005-12-24'))).toMatchObject({ works: false, reason: 'WEEKEND' });
  });

  it('say nothing of plain days', () => {
    expect(publishedDay(day('2026-03-04'))).toBeUndefined();
    expect(publishedDay(day('2026-03-07'))).toBeUndefined();
  });

  it('are known from 2004 to 2026 and of no other year', () => {
    const known = Array.from({ length: 60 }, (_, index) => 1990 + index).filter(isPublished);
    expect(known).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
  });

  it('come from the version of the library that is named', () => {
    const file = join(__dirname, '../../../node_modules/chinese-days/package.json');
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    expect(PUBLISHED_BY).toBe(`${name ?? ''}@${version ?? ''}+1.statutory-2025`);
  });
});

describe('the time zone of the machine', () => {
  it.each(['America/Los_Angeles', 'Atlantic/Azores', 'Pacific/Kiritimati'])(
    '%s changes no day of any notice',
    (TZ) => {
      const days = datesFrom('2003-12-01', '2027-01-31').map((date) =>
        day(date.toISOString().slice(0, 10)),
      );
      const program = `
        import { publishedDay } from ${JSON.stringify(join(__dirname, 'published-holidays.ts'))};
        const days = JSON.parse(process.argv[1]);
        console.log(JSON.stringify(days.map((day) => publishedDay(day) ?? null)));`;
      const answer = execFileSync(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '-e', program, JSON.stringify(days)],
        { env: { TZ }, encoding: 'utf8', cwd: __dirname, maxBuffer: 10_000_000 },
      );
      expect(JSON.parse(answer)).toEqual(days.map((each) => publishedDay(each) ?? null));
    },
  );
});
