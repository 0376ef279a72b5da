import { calendar, friday, later } from '../../../test/a-case.ts';
import { atClosing } from './closing-time.ts';

const terms = { calendar, rule: '即办件当日办结', suspensions: [], closes: '17:00' };
const ends = (startedAt: typeof friday, closes = '17:00') =>
  atClosing({ ...terms, startedAt, closes });
const days = ({ ledger }: ReturnType<typeof atClosing>) =>
  ledger.map(({ day, reason, name }) => [day, reason, name]);

describe('what is handled on the spot (002:35, A10)', () => {
  it('ends when the centre closes that day, and the ledger says so', () => {
    expect(ends(friday).dueAt).toBe(later('09-18', '17:00'));
    expect(days(ends(friday))).toEqual([['2026-09-18', 'WORKDAY', '17:00 下班']]);
    expect(ends(friday, '18:30').dueAt).toBe(later('09-18', '18:30'));
  });

  it('ends the first open day when it began on a closed one', () => {
    const onSaturday = ends(later('09-19'));
    expect(onSaturday.dueAt).toBe(later('09-20', '17:00'));
    expect(days(onSaturday)).toEqual([
      ['2026-09-19', 'WEEKEND', null],
      ['2026-09-20', 'MAKEUP_WORKDAY', '17:00 下班'],
    ]);
    expect(onSaturday.ledger.every(({ counts, counted }) => !counts && counted === 0)).toBe(true);
  });

  it.each([
    ['a minute before closing the same day', '16:59', '09-18'],
    ['at closing the next open day', '17:00', '09-20'],
  ])('ends, begun %s', (_, time, day) => {
    expect(ends(later('09-18', time)).dueAt).toBe(later(day, '17:00'));
  });

  it('waits for a special procedure, as long as that is not counted (行政许可法 45)', () => {
    const span = { reason: '检测', from: later('09-18'), until: later('09-22') };
    expect(atClosing({ ...terms, startedAt: friday, suspensions: [span] }).dueAt).toBe(
      later('09-22', '17:00'),
    );
    const open = { ...span, until: null };
    expect(atClosing({ ...terms, startedAt: friday, suspensions: [open] }).dueAt).toBeNull();
  });

  it('is provisional where the year’s holidays are not known yet', () => {
    expect(ends(friday).provisional).toBe(false);
    const unknown = { ...terms, calendar: { ...calendar, day: blind }, startedAt: friday };
    expect(atClosing(unknown).provisional).toBe(true);
  });
});

const blind: typeof calendar.day = (day) => ({ ...calendar.day(day), known: false });
