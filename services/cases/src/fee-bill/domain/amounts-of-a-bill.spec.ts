import { aFeeBill, yuan } from '../../../test/a-fee-bill.ts';
import { payableOf, refundableOf } from './amounts-of-a-bill.ts';
import type { FeeBillStatus } from './fee-bill.ts';

describe('a bill of twenty yuan', () => {
  it.each<readonly [FeeBillStatus, string, string]>([
    ['BILLED', '20.00', '0.00'],
    ['RELIEF_PENDING', '20.00', '0.00'],
    ['INVOICED', '20.00', '0.00'],
    ['COLLECTED', '20.00', '0.00'],
    ['DEPOSITED', '20.00', '0.00'],
    ['RECONCILED', '20.00', '0.00'],
    ['NOT_CHARGED', '0.00', '0.00'],
    ['VOIDED', '0.00', '0.00'],
    ['REFUND_DUE', '0.00', '20.00'],
    ['REFUNDED', '0.00', '0.00'],
  ])('that is %s is %s to pay and %s to give back', (status, payable, refundable) => {
    const bill = aFeeBill(status);
    expect(payableOf(bill)).toEqual(yuan(payable));
    expect(refundableOf(bill)).toEqual(yuan(refundable));
  });
});
