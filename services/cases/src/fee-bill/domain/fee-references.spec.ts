import {
  aFeeBill,
  afterFees,
  feeCommands,
  feeRefusal,
  REFUND_BILL,
} from '../../../test/a-fee-bill.ts';
import { feeBillLifecycle } from './fee-bill-lifecycle.ts';

const { IssueBill, IssueInvoice, RecordPayment, VoidBill } = feeCommands;

describe('the references of a bill', () => {
  it('are kept as they are compared: without case and width', () => {
    const paid = afterFees([
      IssueBill,
      { ...IssueInvoice, invoiceNumber: 'inv7' },
      { ...RecordPayment, bankReference: 'ｒisym10' },
    ]);
    expect(paid).toMatchObject({ invoiceNumber: 'INV7', bankReferences: ['RISYM10'] });
    const back = { ...REFUND_BILL, bankReference: 'back-1' };
    expect(afterFees([VoidBill, back], paid).bankReferences).toEqual(['RISYM10', 'BACK-1']);
  });

  it('are two: what came in does not go out by the same one', () => {
    const due = aFeeBill('REFUND_DUE');
    for (const bankReference of ['B-1', 'b-1'])
      expect(feeRefusal({ ...REFUND_BILL, bankReference }, due)).toEqual({
        ...{ code: 'AlreadyExists', fact: 'bankReference' },
      });
    expect(feeRefusal(REFUND_BILL, due)).toBeNull();
  });

  it('fold from entries that held payments and refunds apart', () => {
    const due = aFeeBill('REFUND_DUE');
    const decision = feeBillLifecycle.decide(REFUND_BILL, due);
    const [event] = decision.accepted ? decision.events : [];
    if (event?.type !== 'FeeRefunded') throw new Error('It was not given back.');
    const { isUnique: _, ...older } = event;
    expect(feeBillLifecycle.evolve(due, older)).toMatchObject({
      ...{ status: 'REFUNDED', refundReference: 'B-2', bankReferences: ['B-1'] },
    });
  });
});
