import { nationalCalendar } from '@onewindow/calendar';
import { instant } from '@onewindow/kernel';
import { anItem, counting } from '../../../test/a-case.ts';
import { givenSeed, randomOf } from '../../../test/random.ts';
import type { ItemTerms, SpecialTime } from './case.ts';
import { acceptanceClocks, recounted } from './deadlines-of-a-case.ts';

/**
 * Ten thousand random clocks against a second implementation, which knows nothing of the first: days are numbers, the
 * notice of 2026 (国办 2025-11-04) is typed in, and every day is looked at in turn.
 */
const DAY = 86_400_000;
const number = (text: string) => Date.parse(`2026-${text}T00:00:00Z`) / DAY;
const from = (first: string, last: string) =>
  Array.from({ length: number(last) - number(first) + 1 }, (_, at) => number(first) + at);
const OFF = new Set([
  ...[from('01-01', '01-03'), from('02-15', '02-23'), from('04-04', '04-06')].flat(),
  ...[from('05-01', '05-05'), from('06-19', '06-21'), from('09-25', '09-27')].flat(),
  ...from('10-01', '10-07'),
]);
const WORKED = new Set(['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'].map(number));
/** 1 January 1970 was a Thursday. */
const works = (day: number) => {
  const weekday = (day + 4) % 7;
  return WORKED.has(day) || (!OFF.has(day) && weekday !== 0 && weekday !== 6);
};

interface Span {
  readonly from: number;
  /** The first day that counts again, as it came to be. */
  readonly until: number;
  readonly told: number;
}
interface Example {
  readonly start: number;
  readonly law: { readonly value: number; readonly isWorking: boolean };
  readonly promise: { readonly value: number; readonly isWorking: boolean };
  readonly spans: readonly Span[];
}

/** The last day of `value` days after `start`, none of them in a span, each as long as told at most. */
function plain(
  start: number,
  { value, isWorking }: Example['law'],
  spans: readonly Span[],
): number {
  const through = spans.map((span) => {
    let last = span.from;
    for (let left = span.told; left > 0;) {
      last += 1;
      if (works(last)) left -= 1;
    }
    return { from: span.from, until: Math.min(span.until, last + 1) };
  });
  let day = start;
  for (let left = value; left > 0;) {
    day += 1;
    const stands = through.some((span) => span.from <= day && day < span.until);
    if (!stands && (!isWorking || works(day))) left -= 1;
  }
  return day;
}

const seed = 20_261_126;
const random = randomOf(seed);
const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
const first = number('01-01');

function example(): Example {
  const start = first + between(0, 150);
  const period = (most: number) => ({ value: between(1, most), isWorking: random() < 0.7 });
  const spans = Array.from({ length: between(0, 3) }, () => {
    const begins = start + between(-3, 60);
    return { from: begins, until: begins + between(0, 25), told: between(1, 15) };
  });
  return { start, law: period(45), promise: period(30), spans };
}

const at = (day: number) =>
  instant(`${new Date(day * DAY).toISOString().slice(0, 10)}T10:00:00+08:00`);
const unit = (isWorking: boolean) => (isWorking ? 'WORKING_DAYS' : 'CALENDAR_DAYS');
const limit = ({ value, isWorking }: Example['law']) => ({ value, unit: unit(isWorking) }) as const;
const endOf = (day: number) => instant(new Date((day + 1) * DAY - DAY / 3));
const procedures = ['TEST', 'HEARING', 'APPRAISAL'] as const;
const timeOf = ({ from: begins, until, told }: Span, index: number): SpecialTime => ({
  ...{ procedure: procedures[index] ?? 'TEST', toldDays: told, from: at(begins), until: at(until) },
});

const termsOf = ({ law, promise }: Example): ItemTerms => ({
  ...{ kind: anItem().kind, handlingMode: 'COMMITTED' },
  ...{ statutoryLimit: limit(law), committedLimit: limit(promise) },
});
const accepted = (given: Example) => acceptanceClocks(termsOf(given), at(given.start), counting);
/** The ends of decision and promise when the procedures have come in this order, each counted as it came. */
function ends(given: Example, times: readonly SpecialTime[]) {
  const terms = termsOf(given);
  let clocks: ReturnType<typeof recounted> = accepted(given);
  for (let come = 1; come <= times.length; come += 1) {
    clocks = recounted({ clocks, terms, specialTimes: times.slice(0, come) }, counting);
  }
  return clocks.map(({ clock, deadline: { dueAt } }) => [clock, dueAt]);
}

const examples = Array.from({ length: 10_000 }, example);
/** Enough to see an order that matters: each is counted three times over. */
const inOrders = examples.slice(0, 2_000);

describe(`clocks, ${givenSeed(seed)}`, () => {
  it('the table typed in here is the notice of the year', () => {
    for (let day = first; day <= number('12-31'); day += 1) {
      const text = new Date(day * DAY).toISOString().slice(0, 10) as never;
      expect([text, works(day)]).toEqual([text, nationalCalendar.day(text).works]);
    }
  });

  it('ten thousand end as a plain count of days says', () => {
    const wrong = examples.filter((given) => {
      const law = plain(given.start, given.law, given.spans);
      const promise = Math.min(law, plain(given.start, given.promise, given.spans));
      const expected = [
        ['DECISION', endOf(law)],
        ['COMMITTED', endOf(promise)],
      ];
      return JSON.stringify(ends(given, given.spans.map(timeOf))) !== JSON.stringify(expected);
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('the order in which procedures come can’t matter', () => {
    const wrong = inOrders.filter((given) => {
      const times = given.spans.map(timeOf);
      const turned = [...times.slice(1), ...times.slice(0, 1)];
      const [one, ...others] = [times, turned, [...times].reverse()].map((order) =>
        JSON.stringify(ends(given, order)),
      );
      return others.some((other) => other !== one);
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
