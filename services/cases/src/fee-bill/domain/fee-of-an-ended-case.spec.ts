import { aFeeBill, afterFees, feeCommands, feeRefusal } from '../../../test/a-fee-bill.ts';

const reviewed = afterFees([
  feeCommands.IssueBill,
  feeCommands.RequestRelief,
  feeCommands.ChiefReview,
]);

describe('a case that is over', () => {
  it.each([
    ['IssueInvoice', aFeeBill('BILLED')],
    ['RequestRelief', aFeeBill('BILLED')],
    ['GrantByPolicy', aFeeBill('RELIEF_PENDING')],
    ['ChiefReview', aFeeBill('RELIEF_PENDING')],
    ['RecordMeetingResolution', reviewed],
    ['RecordPayment', aFeeBill('INVOICED')],
  ] as const)('is charged nothing any more, while a running one is: %s', (type, state) => {
    const over = { ...feeCommands[type], isRunning: false };
    expect(feeRefusal(over, state)).toEqual({ code: 'CaseNotBillable' });
    expect(feeRefusal(feeCommands[type], state)).toBeNull();
  });

  it('ends its bill by itself: unpaid it is void, paid it is to be given back', () => {
    for (const status of ['BILLED', 'RELIEF_PENDING', 'INVOICED'] as const)
      expect(afterFees([feeCommands.EndWithCase], aFeeBill(status))).toMatchObject({
        status: 'VOIDED',
        voiding: { by: null, window: null, reason: '申请人已撤回申请' },
      });
    for (const status of ['COLLECTED', 'DEPOSITED', 'RECONCILED'] as const)
      expect(afterFees([feeCommands.EndWithCase], aFeeBill(status)).status).toBe('REFUND_DUE');
  });

  it('leaves alone what is not charged, undone or given back already', () => {
    for (const status of ['NOT_CHARGED', 'VOIDED', 'REFUND_DUE', 'REFUNDED'] as const)
      expect(feeRefusal(feeCommands.EndWithCase, aFeeBill(status))).toMatchObject({
        code: 'NotPermittedInStatus',
      });
  });
});
