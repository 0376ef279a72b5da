import {
  aCase,
  clockOf,
  commands,
  counting,
  eventOf,
  friday,
  later,
  play,
} from '../../../test/a-case.ts';
import { instant } from '@onewindow/kernel';
import { tellOnceClock } from './tell-once.ts';

const overdue = { type: 'ElapseTimer', kind: 'OVERDUE:TELL_ONCE', at: later('10-08') } as const;

describe('the time to tell (行政许可法 32(4))', () => {
  it.each([
    ['2026-09-18T09:30:00+08:00', '2026-09-25T00:00:00+08:00'],
    ['2026-02-10T16:00:00+08:00', '2026-02-25T00:00:00+08:00'],
    ['2026-04-30T10:00:00+08:00', '2026-05-12T00:00:00+08:00'],
    ['2026-09-30T23:59:00+08:00', '2026-10-14T00:00:00+08:00'],
  ])('materials of %s are answered before %s', (received, due) => {
    expect(tellOnceClock(instant(received), counting).deadline.dueAt).toBe(instant(due));
  });

  it('accepts by the law what nobody answered, as of the receipt', () => {
    const event = eventOf('CaseAccepted', overdue, aCase());
    expect(event).toMatchObject({ deemed: true, acceptedBy: null, effectiveAt: friday });
    const found = play([overdue], aCase());
    expect(found).toMatchObject({
      status: 'ACCEPTED',
      acceptance: { at: friday, deemed: true, by: null },
      handler: null,
    });
    expect(clockOf(found, 'DECISION').deadline.startedAt).toBe(friday);
  });

  it('is overdue in the same breath', () => {
    expect(eventOf('ClockOverdue', overdue, aCase())).toMatchObject({
      clock: 'TELL_ONCE',
      dueAt: later('09-25', '00:00'),
      effectiveAt: later('09-25', '00:00'),
    });
  });

  it('after a supplement runs from the supplement, and so does what the law accepts', () => {
    const at = later('09-28');
    const state = play([{ ...commands.SubmitSupplement, at }], aCase('SUPPLEMENT_REQUIRED'));
    const found = play([{ ...overdue, at: later('12-01') }], state);
    expect(found.acceptance).toEqual({ at, deemed: true, by: null });
  });

  it('a deemed acceptance is dispatched like any other', () => {
    const state = play([overdue, { ...commands.DispatchCase, at: later('10-09') }], aCase());
    expect(state.status).toBe('IN_PROCESS');
  });
});
