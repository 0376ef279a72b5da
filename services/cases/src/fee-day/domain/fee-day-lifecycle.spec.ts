import { parseDay, type Day } from '@onewindow/calendar';
import { given, permittedPairs, stateAfter } from '@onewindow/testing';
import { friday, ids, later } from '../../../test/a-case.ts';
import { ACCOUNT, clerk, yuan } from '../../../test/a-fee-bill.ts';
import { FEE_DAY_PERMITTED, feeDayLifecycle } from './fee-day-lifecycle.ts';
import type { CloseFeeDay, FeeDayCommand, FeeDayState, OpenFeeDay } from './fee-day.ts';

const day = parseDay('2026-09-18') as Day;
const place = { region: ids.region, centre: ids.centre, day };
const open: OpenFeeDay = { type: 'OpenFeeDay', at: friday, ...place, specialAccount: ACCOUNT };
const amount = yuan('20.00');
const close: CloseFeeDay = {
  ...{ type: 'CloseFeeDay', at: later('09-19'), officer: clerk('auditor') },
  ...{ statement: [{ reference: 'B-1', amount }], hands: ['bank', 'cashier'] },
  bookings: [{ bill: 'bill-1', reference: 'B-1', amount }],
};
const opened = { type: 'FeeDayOpened', at: friday, ...place } as const;
const refusal = (command: CloseFeeDay) => {
  const decision = feeDayLifecycle.decide(command, stateAfter(feeDayLifecycle, 'OPEN', [opened]));
  return decision.accepted ? null : decision.rejection;
};
const closed = (command: CloseFeeDay) => {
  const decision = feeDayLifecycle.decide(command, stateAfter(feeDayLifecycle, 'OPEN', [opened]));
  return [opened, ...(decision.accepted ? decision.events : [])];
};
const short = { ...close, statement: [{ reference: 'B-1', amount: yuan('19.99') }] };

const pairs = permittedPairs<FeeDayState, FeeDayCommand>(
  {
    ABSENT: { status: 'ABSENT' },
    OPEN: stateAfter(feeDayLifecycle, 'OPEN', [opened]),
    DIFFERENT: stateAfter(feeDayLifecycle, 'DIFFERENT', closed(short)),
    BALANCED: stateAfter(feeDayLifecycle, 'BALANCED', closed(close)),
  },
  { OpenFeeDay: open, CloseFeeDay: close },
);

it('permits what the rules say and nothing else', () => {
  expect(FEE_DAY_PERMITTED).toEqual({
    ABSENT: ['OpenFeeDay'],
    OPEN: ['CloseFeeDay'],
    DIFFERENT: ['CloseFeeDay'],
    BALANCED: [],
  });
});

it.each(pairs)('$state.status × $command.type agrees with PERMITTED', ({ state, command }) => {
  const permitted: readonly string[] = FEE_DAY_PERMITTED[state.status];
  expect(feeDayLifecycle.decide(command, state).accepted).toBe(permitted.includes(command.type));
});

describe('a day of fees', () => {
  it('is opened', () => {
    given(feeDayLifecycle).when(open).then(opened);
  });

  it('balances where every line agrees, and names the bills that do', () => {
    expect(stateAfter(feeDayLifecycle, 'BALANCED', closed(close)).closing).toMatchObject({
      ...{ booked: amount, stated: amount, faults: 0, matched: ['bill-1'] },
    });
  });

  it('differs by a fen, and is closed again when it was put right', () => {
    const different = stateAfter(feeDayLifecycle, 'DIFFERENT', closed(short));
    expect(different.closing).toMatchObject({ faults: 1, matched: [] });
    expect(feeDayLifecycle.decide(close, different).accepted).toBe(true);
  });

  it('is not closed before it is over, and not opened before it begins', () => {
    expect(refusal({ ...close, at: later('09-18', '23:59') })).toEqual({ code: 'FeeDayNotOver' });
    given(feeDayLifecycle)
      .when({ ...open, day: parseDay('2026-09-19') as Day })
      .refuses({ code: 'FeeDayNotOver' });
  });

  it('is not opened where the centre had no special account yet', () => {
    given(feeDayLifecycle)
      .when({ ...open, specialAccount: null })
      .refuses({ code: 'FeeDayBeforeAccount' });
  });

  it('is not closed by who has had its money in hand, nor outside the hall', () => {
    expect(refusal({ ...close, officer: clerk('bank') })).toEqual({
      code: 'FeeStepNeedsAnotherPerson',
    });
    const outside = clerk('auditor', { staff: null });
    expect(refusal({ ...close, officer: outside })).toEqual({ code: 'NotOnPost' });
  });

  it('takes no reference twice, however it is written, and once each way', () => {
    for (const reference of ['B-1', 'b-1']) {
      const twice = [...close.statement, { reference, amount }];
      expect(refusal({ ...close, statement: twice })).toEqual({ code: 'StatementLineTwice' });
    }
    const back = [...close.statement, { reference: 'B-1', amount: yuan('-20.00') }];
    expect(refusal({ ...close, statement: back })).toBeNull();
  });

  it('does not balance where the sums differ, as one stored before may say', () => {
    const [, event] = closed(close);
    if (event?.type !== 'FeeDayClosed') throw new Error('It was not closed.');
    const hidden = { ...event, closing: { ...event.closing, booked: yuan('30.01') } };
    expect(stateAfter(feeDayLifecycle, 'DIFFERENT', [opened, hidden]).closing.faults).toBe(0);
  });
});
