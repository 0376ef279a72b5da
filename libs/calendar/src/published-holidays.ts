import chineseDays from 'chinese-days';
import type { Day } from './day.ts';

/** What the State Council's yearly notice (国务院办公厅关于部分节假日安排的通知) says about one day. */
export interface NoticeDay {
  readonly works: boolean;
  /** The holiday, or the holiday a make-up workday is worked for; null where the source has no name. */
  readonly name: string | null;
}

/**
 * The source of the notices, how many of its days we correct, and what holds where a year's notice is not known; a spec
 * holds it against the installed package.
 */
export const PUBLISHED_BY = 'chinese-days@1.5.7+1.statutory-2025';

/**
 * What the library has wrong, found by holding it against the notices of all its years. It lacks a day that
 * was worked in 2005 by the notice of 2006: Saturday 31 December, for Monday 2 January.
 */
const CORRECTED: ReadonlyMap<string, NoticeDay> = new Map([
  ['2005-12-31', { works: true, name: '元旦' }],
]);

/** What the published notices say about the day; `undefined` for a plain weekday or weekend. */
export function publishedDay(day: Day): NoticeDay | undefined {
  const corrected = CORRECTED.get(day);
  if (corrected) return corrected;
  // Days go in as text only: west of Greenwich the library keeps its notices a day early and looks
  // text up a day early too, so names are right everywhere; its weekdays and other inputs are not.
  const detail = chineseDays.getDayDetail(day);
  // A day of a notice is called `National Day,国庆节,3`, any other one just `Thursday`.
  const [, name] = detail.name.split(',');
  return name === undefined ? undefined : { works: detail.work, name };
}

/**
 * Whether the library knows the notice of this year. It has no such question of its own and silently
 * answers "workday" for holidays of other years, so we look for two that every notice has.
 */
export function isPublished(year: number): boolean {
  return ['01-01', '10-01'].every(
    (date) => publishedDay(`${String(year).padStart(4, '0')}-${date}` as Day)?.works === false,
  );
}
