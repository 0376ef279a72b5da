import type { Period } from '@onewindow/calendar';
import { anItem, counting, friday, later } from '../../../test/a-case.ts';
import { acceptanceClocks, deliveryClock, recounted } from './deadlines-of-a-case.ts';
import type { ItemFact } from './facts.ts';

const days = (value: number): Period => ({ value, unit: 'WORKING_DAYS' });
const clocksOf = (changes: Partial<ItemFact>) =>
  Object.fromEntries(
    acceptanceClocks(anItem(changes), friday, counting).map(({ clock, deadline }) => [
      clock,
      { rule: deadline.rule, dueAt: deadline.dueAt },
    ]),
  );

describe('the clocks that acceptance starts', () => {
  it('decides a licence without a limit of its own in 20 working days (行政许可法 42)', () => {
    expect(clocksOf({})['DECISION']).toEqual({
      rule: '行政许可法 42',
      dueAt: later('10-23', '00:00'),
    });
  });

  it('decides a joint licence in 45 (行政许可法 42)', () => {
    const { DECISION } = clocksOf({ handlingMode: 'JOINT' });
    expect(DECISION?.dueAt).toBe(later('11-27', '00:00'));
  });

  it('decides a joint licence in 45 at most, whatever its item says (行政许可法 42(2))', () => {
    const joint = { handlingMode: 'JOINT' } as const;
    const { DECISION } = clocksOf({ ...joint, statutoryLimit: days(60) });
    expect(DECISION).toEqual({ rule: '行政许可法 42', dueAt: later('11-27', '00:00') });
    expect(clocksOf({ ...joint, statutoryLimit: days(10) })['DECISION']).toEqual({
      rule: '事项法定办结时限',
      dueAt: later('10-10', '00:00'),
    });
    const noLicence = clocksOf({ ...joint, kind: 'PUBLIC_SERVICE', statutoryLimit: days(60) });
    expect(noLicence['DECISION']?.rule).toBe('事项法定办结时限');
  });

  it('takes the statutory limit of the item where there is one', () => {
    const { DECISION } = clocksOf({ statutoryLimit: days(10) });
    expect(DECISION).toEqual({ rule: '事项法定办结时限', dueAt: later('10-10', '00:00') });
  });

  it('sets no time of the law for what is no licence', () => {
    expect(Object.keys(clocksOf({ kind: 'PUBLIC_SERVICE' }))).toEqual(['COMMITTED']);
  });

  it('promises the committed limit (002:38)', () => {
    expect(clocksOf({})['COMMITTED']).toEqual({ rule: '承诺时限', dueAt: later('09-25', '00:00') });
  });

  it('lets a promise that is longer than the law give way to the law', () => {
    const { DECISION, COMMITTED } = clocksOf({ committedLimit: days(21) });
    expect(COMMITTED).toEqual(DECISION);
  });

  it('lets a promise that is as long as the law stand', () => {
    const { COMMITTED } = clocksOf({ committedLimit: days(20) });
    expect(COMMITTED?.rule).toBe('承诺时限');
  });

  it('promises nothing where nothing is promised', () => {
    expect(Object.keys(clocksOf({ committedLimit: null }))).toEqual(['DECISION']);
  });

  it('handles nothing without a limit: the local rule sets one where item and law set none (000:13)', () => {
    const unlimited = { kind: 'PUBLIC_SERVICE', committedLimit: null } as const;
    expect(clocksOf(unlimited)).toEqual({
      COMMITTED: { rule: '默认办结时限(本地规则; 000:13)', dueAt: later('10-23', '00:00') },
    });
    expect(Object.keys(clocksOf({ ...unlimited, statutoryLimit: days(10) }))).toEqual(['DECISION']);
  });

  it('keeps the local limit that was promised when the rule is another one later', () => {
    const terms = anItem({ kind: 'PUBLIC_SERVICE', committedLimit: null });
    const clocks = acceptanceClocks(terms, friday, counting);
    const [again] = recounted(
      { clocks, terms, specialTimes: [] },
      { ...counting, withoutLimit: days(5) },
    );
    expect(again?.deadline.dueAt).toBe(later('10-23', '00:00'));
  });

  it('ends an immediate case when the centre closes on the day of its acceptance (002:35, A10)', () => {
    const { COMMITTED } = clocksOf({ handlingMode: 'IMMEDIATE' });
    expect(COMMITTED).toEqual({ rule: '即办件当日办结', dueAt: later('09-18', '17:00') });
  });

  it('gives no warning where there is no time for one', () => {
    const [, committed] = acceptanceClocks(anItem({ handlingMode: 'IMMEDIATE' }), friday, counting);
    expect(committed?.dueSoonAt).toBeNull();
  });

  it('explains every day', () => {
    const [, committed] = acceptanceClocks(anItem(), friday, counting);
    expect(committed?.deadline.ledger.map(({ day, reason }) => `${day} ${reason}`)).toEqual([
      '2026-09-19 WEEKEND',
      '2026-09-20 MAKEUP_WORKDAY',
      '2026-09-21 WORKDAY',
      '2026-09-22 WORKDAY',
      '2026-09-23 WORKDAY',
      '2026-09-24 WORKDAY',
    ]);
  });
});

describe('delivery', () => {
  it('takes 10 working days from the decision (行政许可法 44)', () => {
    const { deadline } = deliveryClock(friday, counting);
    expect(deadline).toMatchObject({ rule: '行政许可法 44', dueAt: later('10-10', '00:00') });
  });
});
