import { parseDay, type Day } from '@onewindow/calendar';
import { permittedPairs } from '@onewindow/testing';
import { later } from '../../../test/a-case.ts';
import {
  ACCOUNT,
  aFeeBill,
  afterFees,
  aStandard,
  clerk,
  feeCommands,
  feeRefusal,
  hands,
  REFUND_BILL,
  yuan,
} from '../../../test/a-fee-bill.ts';
import { FEE_BILL_PERMITTED } from './fee-bill-lifecycle.ts';
import type { FeeBillCommand, FeeBillState } from './fee-bill.ts';

const { IssueBill, IssueInvoice, RecordPayment, DepositFunds } = feeCommands;
const absent: FeeBillState = { status: 'ABSENT' };

/** 002:105 and domain 3.11, written out: the decider's own table is held against it. */
const LAW: Readonly<Record<FeeBillState['status'], readonly FeeBillCommand['type'][]>> = {
  ABSENT: ['IssueBill'],
  BILLED: ['IssueInvoice', 'RequestRelief', 'VoidBill', 'EndWithCase'],
  RELIEF_PENDING: [
    'GrantByPolicy',
    'ChiefReview',
    'RecordMeetingResolution',
    'VoidBill',
    'EndWithCase',
  ],
  INVOICED: ['RecordPayment', 'VoidBill', 'EndWithCase'],
  COLLECTED: ['DepositFunds', 'VoidBill', 'EndWithCase'],
  DEPOSITED: ['ReconcileBill', 'VoidBill', 'EndWithCase'],
  RECONCILED: ['VoidBill', 'EndWithCase'],
  NOT_CHARGED: [],
  VOIDED: [],
  REFUND_DUE: ['RefundBill'],
  REFUNDED: [],
};
const reviewed = afterFees([IssueBill, feeCommands.RequestRelief, feeCommands.ChiefReview]);

it('permits what the rules say and nothing else', () => {
  expect(FEE_BILL_PERMITTED).toEqual(LAW);
});

const pairs = permittedPairs<FeeBillState, FeeBillCommand>(
  {
    ABSENT: absent,
    BILLED: aFeeBill('BILLED'),
    RELIEF_PENDING: aFeeBill('RELIEF_PENDING'),
    INVOICED: aFeeBill('INVOICED'),
    COLLECTED: aFeeBill('COLLECTED'),
    DEPOSITED: aFeeBill('DEPOSITED'),
    RECONCILED: aFeeBill('RECONCILED'),
    NOT_CHARGED: aFeeBill('NOT_CHARGED'),
    VOIDED: aFeeBill('VOIDED'),
    REFUND_DUE: aFeeBill('REFUND_DUE'),
    REFUNDED: aFeeBill('REFUNDED'),
  },
  { ...feeCommands, RefundBill: REFUND_BILL },
);
it.each(pairs)('$state.status × $command.type agrees with PERMITTED', ({ state, command }) => {
  const refused = feeRefusal(command, state)?.code;
  expect(refused === 'NotPermittedInStatus').toBe(!LAW[state.status].includes(command.type));
});

describe('the four steps (002:105)', () => {
  it('lead from the bill to the special account, each by another window', () => {
    expect(aFeeBill('RECONCILED')).toMatchObject({
      total: yuan('20.00'),
      payable: yuan('20.00'),
      account: ACCOUNT,
      depositDay: '2026-09-18',
      invoiceNumber: 'P-1',
      bankReference: 'B-1',
    });
  });

  it.each([
    ['invoices what he billed', { ...IssueInvoice, officer: hands.unit }, 'BILLED'],
    ['collects what he invoiced', { ...RecordPayment, officer: hands.finance }, 'INVOICED'],
    ['deposits what he collected', { ...DepositFunds, officer: hands.bank }, 'COLLECTED'],
    ['voids what he collected', { ...feeCommands.VoidBill, officer: hands.bank }, 'COLLECTED'],
    ['gives back what he ordered', { ...REFUND_BILL, officer: hands.other }, 'REFUND_DUE'],
  ] as const)('are refused to who %s', (...[, command, status]) => {
    expect(feeRefusal(command, aFeeBill(status))).toEqual({ code: 'FeeStepNeedsAnotherPerson' });
  });

  it.each([
    ['IssueBill', absent],
    ['IssueInvoice', aFeeBill('BILLED')],
    ['RecordPayment', aFeeBill('INVOICED')],
    ['DepositFunds', aFeeBill('COLLECTED')],
    ['VoidBill', aFeeBill('INVOICED')],
    ['GrantByPolicy', aFeeBill('RELIEF_PENDING')],
  ] as const)('are taken in the hall only: %s', (type, state) => {
    const command = { ...feeCommands[type], officer: clerk('at-home', { staff: null }) };
    expect(feeRefusal(command, state)).toEqual({ code: 'NotOnPost' });
  });

  it('take what the invoice says, to the fen', () => {
    for (const amount of ['19.99', '20.01'])
      expect(feeRefusal({ ...RecordPayment, amount: yuan(amount) }, aFeeBill('INVOICED'))).toEqual({
        ...{ code: 'AmountNotAsInvoiced', payable: yuan('20.00') },
      });
  });
});

describe('the payee (002:15)', () => {
  const collected = aFeeBill('COLLECTED');

  it('is the special account of the centre', () => {
    expect(feeRefusal(DepositFunds, collected)).toBeNull();
  });

  it('is no other account, and none while none is named', () => {
    const other = { ...DepositFunds, account: '4500000000000009' };
    expect(feeRefusal(other, collected)).toEqual({ code: 'PayeeNotSpecialAccount' });
    const unnamed = { ...DepositFunds, specialAccount: null };
    expect(feeRefusal(unnamed, collected)).toEqual({ code: 'NoSpecialAccount' });
  });
});

describe('the ticket (002:48, 003:10)', () => {
  const photo = aStandard({ name: '照相费', charge: '5.50', min: '5.50', max: '8.00' });
  const unclear = aStandard({ name: '培训费', policy: 'UNCLEAR', charge: '0.00' });
  const exempt = aStandard({ name: '查询费', policy: 'MAY_EXEMPT', charge: '0.00' });
  const standards = [aStandard(), photo, unclear, exempt];
  const line = (standard: string, quantity = 1) => ({ standard, quantity, amount: null });
  const issue = (...lines: readonly (typeof IssueBill.lines)[number][]) => ({
    ...{ ...IssueBill, standards },
    lines,
  });

  it('holds all fees of the matter, each at its lower limit, what is unclear or may be left out at nothing', () => {
    const bill = afterFees([
      issue(line('工本费', 3), line('照相费', 2), line('培训费'), line('查询费')),
    ]);
    expect(bill.total).toEqual(yuan('41.00'));
    expect(bill.lines.map(({ amount }) => amount.yuan)).toEqual(['30.00', '11.00', '0.00', '0.00']);
  });

  it('says with each fee by which document it is charged', () => {
    expect(afterFees([IssueBill]).lines).toMatchObject([
      { basis: '食品安全法实施条例第十条', document: '鲁价费发〔2026〕1号' },
    ]);
  });

  it('is not charged where it comes to nothing', () => {
    const free = { ...IssueBill, standards: [unclear], lines: [line('培训费')] };
    expect(afterFees([free])).toMatchObject({ status: 'NOT_CHARGED', payable: yuan('0.00') });
  });

  it('leaves no fee out', () => {
    expect(feeRefusal(issue(line('工本费')), absent)).toEqual({
      ...{ code: 'NotOnOneTicket', standards: ['照相费'] },
    });
  });

  it('takes no more and no less than the lower limit', () => {
    for (const amount of ['15.00', '9.99']) {
      const asked = { ...line('工本费'), amount: yuan(amount) };
      expect(feeRefusal(issue(asked, line('照相费')), absent)).toEqual({
        ...{ code: 'NotTheLowerLimit', standards: ['工本费'] },
      });
    }
    const right = { ...line('工本费'), amount: yuan('10.00') };
    expect(feeRefusal(issue(right, line('照相费')), absent)).toBeNull();
  });

  it('has no fee without a standard, none that is forbidden, and none twice', () => {
    expect(feeRefusal(issue(line('赞助费')), absent)).toEqual({
      ...{ code: 'FeeStandardUnknown', standards: ['赞助费'] },
    });
    const forbidden = aStandard({ name: '检查费', policy: 'FORBIDDEN', charge: '0.00' });
    const asked = { ...IssueBill, standards: [forbidden], lines: [line('检查费')] };
    expect(feeRefusal(asked, absent)).toEqual({ code: 'FeeForbidden', standards: ['检查费'] });
    expect(feeRefusal(issue(line('工本费'), line('工本费')), absent)).toEqual({
      code: 'FeeLineTwice',
    });
  });

  it('is issued for a case that is accepted and not over', () => {
    expect(feeRefusal({ ...IssueBill, isRunning: false }, absent)).toEqual({
      code: 'CaseNotBillable',
    });
  });

  it('stands for its case until it is voided or to be given back', () => {
    for (const status of ['BILLED', 'RECONCILED', 'NOT_CHARGED'] as const)
      expect(aFeeBill(status).openFor).toBe('case-1');
    for (const status of ['VOIDED', 'REFUND_DUE', 'REFUNDED'] as const)
      expect(aFeeBill(status).openFor).toBeUndefined();
  });
});

describe('relief (002:105)', () => {
  const pending = aFeeBill('RELIEF_PENDING');
  const { GrantByPolicy, ChiefReview, RecordMeetingResolution, RequestRelief } = feeCommands;

  it('is granted by a policy of the county', () => {
    const granted = afterFees([GrantByPolicy], pending);
    expect(granted).toMatchObject({ status: 'BILLED', payable: yuan('5.00') });
    expect(granted.total).toEqual(yuan('20.00'));
    const paid = afterFees([IssueInvoice, { ...RecordPayment, amount: yuan('5.00') }], granted);
    expect(paid.status).toBe('COLLECTED');
  });

  it('is granted by the chief’s review and the resolution of the executive meeting', () => {
    expect(afterFees([RecordMeetingResolution], reviewed)).toMatchObject({
      status: 'BILLED',
      payable: yuan('5.00'),
      relief: { outcome: { how: 'BY_MEETING', document: '常务会议纪要〔2026〕8号' } },
    });
  });

  it('is not granted by the chief alone: nothing is invoiced before the meeting', () => {
    expect(reviewed).toMatchObject({ status: 'RELIEF_PENDING', payable: yuan('20.00') });
    expect(feeRefusal(IssueInvoice, reviewed)).toMatchObject({ code: 'NotPermittedInStatus' });
  });

  it('is not granted by the meeting before the chief has looked at it', () => {
    expect(feeRefusal(RecordMeetingResolution, pending)).toEqual({ code: 'ChiefReviewMissing' });
  });

  it.each(['2026-09-17', '2026-09-19'])(
    'names no meeting of %s: before the review or to come',
    (day) => {
      const command = { ...RecordMeetingResolution, heldOn: parseDay(day) as Day };
      expect(feeRefusal(command, reviewed)).toEqual({ code: 'NoMeetingThatDay' });
    },
  );

  it('ends with the chief who does not support it, and with the meeting that does not pass it', () => {
    const denied = afterFees([{ ...ChiefReview, supports: false }], pending);
    expect(denied).toMatchObject({ status: 'BILLED', payable: yuan('20.00') });
    expect(denied.relief).toMatchObject({ chief: { supports: false }, outcome: { how: 'DENIED' } });
    const failed = afterFees([{ ...RecordMeetingResolution, passed: false }], reviewed);
    expect(failed).toMatchObject({ status: 'BILLED', payable: yuan('20.00') });
  });

  it('is asked for once', () => {
    const granted = afterFees([GrantByPolicy], pending);
    expect(feeRefusal(RequestRelief, granted)).toEqual({ code: 'ReliefDecided' });
    expect(feeRefusal(ChiefReview, reviewed)).toEqual({ code: 'ReliefDecided' });
  });

  it('makes the fee less, and not a debt', () => {
    for (const payable of ['20.00', '-0.01']) {
      expect(feeRefusal({ ...GrantByPolicy, payable: yuan(payable) }, pending)).toEqual({
        code: 'NoRelief',
      });
      expect(feeRefusal({ ...RequestRelief, asked: yuan(payable) }, aFeeBill('BILLED'))).toEqual({
        code: 'NoRelief',
      });
    }
  });

  it('is not decided by who has billed or asked for it', () => {
    const another = { code: 'FeeStepNeedsAnotherPerson' };
    expect(feeRefusal({ ...GrantByPolicy, officer: hands.unit }, pending)).toEqual(another);
    expect(feeRefusal({ ...ChiefReview, by: 'applicant' }, pending)).toEqual(another);
  });
});

describe('a wrong bill (行政许可法 58, 75)', () => {
  it('is voided before it is paid, and given back afterwards', () => {
    expect(afterFees([feeCommands.VoidBill], aFeeBill('INVOICED')).status).toBe('VOIDED');
    for (const status of ['COLLECTED', 'DEPOSITED', 'RECONCILED'] as const)
      expect(afterFees([feeCommands.VoidBill], aFeeBill(status)).status).toBe('REFUND_DUE');
    expect(
      afterFees([{ ...REFUND_BILL, at: later('09-21') }], aFeeBill('REFUND_DUE')),
    ).toMatchObject({ status: 'REFUNDED', refundReference: 'B-2', refundDay: '2026-09-21' });
  });

  it('is not voided by who has issued it', () => {
    const command = { ...feeCommands.VoidBill, officer: hands.unit };
    expect(feeRefusal(command, aFeeBill('BILLED'))).toEqual({ code: 'FeeStepNeedsAnotherPerson' });
  });
});
