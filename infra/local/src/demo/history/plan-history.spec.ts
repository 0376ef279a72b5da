import { dayOf, workingDaysBetween, type Day } from '@onewindow/calendar';
import { addMilliseconds, instant, type Instant } from '@onewindow/kernel';
import { COUNTERS } from '../counters.ts';
import { DEMO_ITEMS } from '../guide.ts';
import type { LoadedItem } from '../load-items.ts';
import { nationalCalendar } from './opening-hours.ts';
import { openingOf, planHistory } from './plan-history.ts';
import type { Step } from './step.ts';

const calendar = nationalCalendar();
const items: readonly LoadedItem[] = DEMO_ITEMS.map((item) => ({
  ...item,
  id: item.code,
  materials: ['form', 'identity'],
}));
const seen = new Map<string, readonly Step[]>();
/** A plan is made once for all that is asked of it. */
function planAt(anchor: Instant, seed = 1): readonly Step[] {
  const key = `${anchor}/${seed}`;
  const plan = seen.get(key) ?? planHistory({ calendar, anchor, items, seed });
  seen.set(key, plan);
  return plan;
}

const anchor = instant('2026-11-24T15:20:00+08:00');
const plan = planAt(anchor);

/** What each thing has gone through, in order. */
function historiesOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const histories = new Map<string, Step[]>();
  for (const step of steps) {
    histories.set(step.about, [...(histories.get(step.about) ?? []), step]);
  }
  return [...histories.values()];
}
const storiesOf = (steps: readonly Step[]) =>
  historiesOf(steps).filter(([first]) => first?.mutation === 'submitCase');
const complaintsIn = (steps: readonly Step[]) =>
  historiesOf(steps).filter(([first]) => first?.mutation === 'fileComplaint');
const submissions = (steps: readonly Step[]) =>
  steps.filter(({ mutation }) => mutation === 'submitCase');

/** Where a case stands: by what was done last, and by what time has done since. */
function statusAt(now: Instant, story: readonly Step[]): string {
  const last = story.at(-1);
  if (last === undefined) throw new Error('A case without a step');
  const waited = workingDaysBetween(calendar, dayOf(last.at), dayOf(now));
  switch (last.mutation) {
    case 'submitCase':
    case 'submitSupplement':
      return waited > 5 ? 'ACCEPTED' : 'SUBMITTED';
    case 'requestSupplement':
      return waited > 30 ? 'LAPSED' : 'SUPPLEMENT_REQUIRED';
    case 'decideCase':
      return String(last.input['outcome']);
    case 'acceptCase':
      return last.persona === 'labour-officer' ? 'ACCEPTED' : 'IN_PROCESS';
    default:
      return (
        {
          returnCase: 'RETURNED',
          withdrawCase: 'WITHDRAWN',
          issueCertificate: 'ISSUED',
          completeCase: 'COMPLETED',
        }[last.mutation] ?? 'IN_PROCESS'
      );
  }
}

/** A start at any time of the day, on any day of the week, in a year with all its holidays. */
const anchors = Array.from({ length: 24 }, (_, index) =>
  addMilliseconds(instant('2026-01-03T00:40:00+08:00'), index * (15 * 24 + 7) * 60 * 60 * 1000),
);

describe('the past of the demo centre', () => {
  it('is the same for the same moment and seed, and another for another', () => {
    expect(planHistory({ calendar, anchor, items, seed: 1 })).toEqual(plan);
    expect(planAt(anchor, 2)).not.toEqual(plan);
  });

  it('is in order of time, between the opening and the first start', () => {
    const times = plan.map(({ at }) => at);
    expect([...times].sort()).toEqual(times);
    expect((times[0] ?? '') > openingOf({ calendar, anchor })).toBe(true);
    expect((times.at(-1) ?? '') < anchor).toBe(true);
  });

  it('gives every command an id of its own', () => {
    const ids = plan.map(({ input }) => input['commandId']);
    expect(new Set(ids).size).toBe(plan.length);
  });

  it.each(anchors)(
    'has every status that a command or time can bring about, seen from %s',
    (now) => {
      const stories = storiesOf(planAt(now));
      const statuses = new Set(stories.map((story) => statusAt(now, story)));
      expect([...statuses].sort()).toEqual([
        'ACCEPTED',
        'APPROVED',
        'COMPLETED',
        'IN_PROCESS',
        'ISSUED',
        'LAPSED',
        'REJECTED',
        'RETURNED',
        'SUBMITTED',
        'SUPPLEMENT_REQUIRED',
        'WITHDRAWN',
      ]);
      expect(stories.length).toBeGreaterThanOrEqual(205);
      expect(stories.length).toBeLessThan(260);
    },
  );

  it('is mostly finished, with a tail of some percent that is overdue', () => {
    for (const now of anchors) {
      const stories = storiesOf(planAt(now));
      const share = (of: (story: readonly Step[]) => boolean) =>
        stories.filter(of).length / stories.length;
      expect(share((story) => statusAt(now, story) === 'COMPLETED')).toBeGreaterThan(0.5);
      const overdue = share((story) => isOverdue(now, story));
      expect(overdue).toBeGreaterThan(0.02);
      expect(overdue).toBeLessThan(0.12);
    }
  });

  it('has cases that stand still in a special procedure, and some that did', () => {
    for (const now of anchors) {
      const last = storiesOf(planAt(now)).map((story) => story.at(-1)?.mutation);
      expect(last).toContain('suspendCase');
    }
    expect(plan.map(({ mutation }) => mutation)).toContain('resumeCase');
  });
});

it('an officer withdraws on a paper that the applicant signed that day, who is no persona himself', () => {
  const withdrawn = anchors
    .flatMap((now) => planAt(now))
    .filter(({ mutation }) => mutation === 'withdrawCase');
  const [himself, byOfficer] = [true, false].map((isHimself) =>
    withdrawn.filter(
      ({ persona }) => ['citizen', 'neighbour', 'company'].includes(persona) === isHimself,
    ),
  );
  expect(byOfficer?.length).toBeGreaterThan(0);
  expect(byOfficer?.map(({ input }) => input['paper'])).toEqual(
    byOfficer?.map(({ at }) => ({
      reference: expect.stringMatching(/^DEMO-\d+$/) as string,
      signedOn: dayOf(at),
    })),
  );
  expect(himself?.filter(({ input }) => 'paper' in input)).toEqual([]);
});

/** Accepted, and past its promise by some days. */
function isOverdue(now: Instant, story: readonly Step[]): boolean {
  const accepted = story.find(({ mutation }) => mutation === 'acceptCase');
  const item = items.find(({ id }) => id === story[0]?.input['itemId']);
  if (!['IN_PROCESS', 'ACCEPTED', 'APPROVED'].includes(statusAt(now, story))) return false;
  if (story.some(({ mutation }) => mutation === 'suspendCase')) return false;
  const waited = workingDaysBetween(calendar, dayOf((accepted ?? story[0])?.at ?? now), dayOf(now));
  return waited > (item?.days ?? 0);
}

describe('a week of the hall', () => {
  const inHall = plan.filter(
    ({ persona }) => !['citizen', 'neighbour', 'company'].includes(persona),
  );
  const minuteOf = (at: Instant) => ((Date.parse(at) / 60_000 + 8 * 60) % (24 * 60)) | 0;

  it('works on working days between nine and five, and not at noon', () => {
    for (const { at } of inHall) {
      expect(calendar.day(dayOf(at)).works).toBe(true);
      expect(minuteOf(at)).toBeGreaterThanOrEqual(9 * 60);
      expect(minuteOf(at)).toBeLessThan(17 * 60);
      expect(minuteOf(at) >= 12 * 60 && minuteOf(at) < 13 * 60).toBe(false);
    }
  });

  it('is empty over the National Day, while applications come in over the net', () => {
    const holiday = submissions(plan).filter(
      ({ at }) => dayOf(at) >= '2026-10-01' && dayOf(at) <= '2026-10-07',
    );
    expect(holiday.length).toBeGreaterThan(0);
    expect(holiday.filter((step) => inHall.includes(step))).toEqual([]);
  });

  it('is fuller on Mondays than on Fridays, and in the morning above all', () => {
    const came = anchors.flatMap((now) => submissions(planAt(now))).filter(isAtWindow);
    const on = (weekday: number) =>
      came.filter(({ at }) => new Date(`${dayOf(at)}T00:00:00Z`).getUTCDay() === weekday);
    expect(on(1).length).toBeGreaterThan(1.6 * on(5).length);
    const mornings = on(1).filter(({ at }) => minuteOf(at) < 12 * 60).length;
    expect(mornings / on(1).length).toBeGreaterThan(0.6);
  });

  it('asks more for what is popular', () => {
    const counts = new Map<unknown, number>();
    for (const { input } of submissions(anchors.flatMap((now) => planAt(now)))) {
      counts.set(input['itemId'], (counts.get(input['itemId']) ?? 0) + 1);
    }
    const byWeight = [...items].sort((one, other) => other.weight - one.weight);
    const countOf = (item: LoadedItem | undefined) => counts.get(item?.id) ?? 0;
    expect(countOf(byWeight[0])).toBeGreaterThan(4 * countOf(byWeight.at(-1)));
  });
});

describe('the queue', () => {
  const waitingOn = (now: Instant, day: Day) =>
    Object.fromEntries(
      COUNTERS.map(({ officer, department }) => [
        department,
        storiesOf(planAt(now)).filter(
          ([first, ...later]) =>
            first?.persona === officer.key && dayOf(first.at) === day && later.length === 0,
        ).length,
      ]),
    );

  it.each([
    ['a Tuesday afternoon', '2026-11-24T15:20:00+08:00', '2026-11-24'],
    ['a Tuesday morning', '2026-11-24T10:05:00+08:00', '2026-11-24'],
    ['noon', '2026-11-24T12:40:00+08:00', '2026-11-24'],
    ['before the hall opens, as of the day before', '2026-11-24T08:20:00+08:00', '2026-11-23'],
    ['at night, as of that day', '2026-11-24T23:40:00+08:00', '2026-11-24'],
    ['a Sunday, as of Friday', '2026-11-22T23:30:00+08:00', '2026-11-20'],
    ['the National Day, as of the last working day', '2026-10-04T12:00:00+08:00', '2026-09-30'],
  ])('stands at some windows and not at others: %s', (_, now, day) => {
    const { market = 0, police = 0, housing = 0 } = waitingOn(instant(now), day as Day);
    expect(market).toBeGreaterThanOrEqual(9);
    expect(market).toBeLessThanOrEqual(16);
    expect(police).toBeGreaterThanOrEqual(5);
    expect(housing).toBeLessThanOrEqual(3);
  });
});

const isAtWindow = ({ persona }: Step) => COUNTERS.some(({ officer }) => officer.key === persona);

describe('people', () => {
  it('are invented: marked, and with numbers that nobody can have', () => {
    for (const { input } of submissions(plan)) {
      const { name, kind, identityNumber, phone } = input['applicant'] as Record<string, string>;
      expect(name).toMatch(/（演示）$/);
      expect(identityNumber).toMatch(kind === 'LEGAL' ? /^Z[0-9A-Z]{17}$/ : /^99\d{16}$/);
      expect(phone).toMatch(/^0+$/);
    }
  });

  it('bring what the guide asks for, or are told once what is missing', () => {
    for (const story of storiesOf(plan)) {
      const [first] = story;
      const notified = story.find(({ mutation }) => mutation === 'requestSupplement');
      const accepted = story.some(({ mutation }) => mutation === 'acceptCase');
      if (accepted && notified === undefined) {
        expect(first?.input['materials']).toEqual(['form', 'identity']);
      }
      if (notified !== undefined) expect(notified.input['materials']).toEqual(['identity']);
    }
  });

  it('do one thing after another: two of them never in the same moment', () => {
    for (const story of historiesOf(plan)) {
      story.slice(1).forEach((step, index) => {
        const before = story[index];
        expect(before && before.at <= step.at).toBe(true);
        if (before?.at === step.at) expect(before.persona).toBe(step.persona);
      });
    }
  });
});

describe('complaints', () => {
  it.each(anchors)(
    'are a dozen, in every state of their lifecycle but few, seen from %s',
    (now) => {
      const complaints = complaintsIn(planAt(now));
      expect(complaints.length).toBeGreaterThanOrEqual(8);
      const ends = new Set(complaints.map((steps) => steps.at(-1)?.mutation));
      expect(ends).toContain('fileComplaint');
      expect(ends).toContain('closeComplaint');
      expect(ends.size).toBeGreaterThanOrEqual(5);
    },
  );

  it('are about cases that are finished', () => {
    for (const [filed] of complaintsIn(plan)) {
      const about = storiesOf(plan).find(([first]) => first?.about === filed?.input['caseId']);
      const finished = about?.find(({ mutation }) => mutation === 'completeCase');
      expect(finished && filed && finished.at < filed.at).toBe(true);
    }
  });
});
