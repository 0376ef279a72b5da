import { query, type StartedService } from '@onewindow/service/testing';
import {
  acceptedCase,
  auditor,
  bank,
  billed,
  deposited,
  fee,
  finance,
  PEOPLE,
  startFees,
  unit,
} from './running-fees.ts';

let cases: StartedService;
beforeAll(async () => {
  cases = await startFees();
});
afterAll(() => cases.stop());

/** Hands that have had nothing of a bill so far. */
const refunder = { ...bank, id: 'staff:refunder', staffId: PEOPLE.auditor };
const voider = { ...finance, id: 'staff:voider' };
const books = async () => {
  const text = query<{ readonly feeReconciliation: object }>(`query ($day: Date!) {
    feeReconciliation(day: $day) {
      booked stated difference balances notDeposited lines { reference booked fault }
    }
  }`);
  return (await cases.ask(auditor, text, { day: '2026-09-18' })).feeReconciliation;
};

it('hides no money behind the reference of another payment', async () => {
  const [x, y] = [
    await billed(cases, await acceptedCase(cases, 'x')),
    await billed(cases, await acceptedCase(cases, 'y')),
  ];
  await deposited(cases, x, 'PX');
  await deposited(cases, y, 'PY');
  await fee(cases, 'voidBill', [voider, { feeBillId: x, reason: '多计数量' }]);
  for (const bankReference of ['PY', 'py', 'PX', 'px'])
    expect(
      await fee(cases, 'refundBill', [refunder, { feeBillId: x, bankReference }]),
    ).toMatchObject({ code: 'AlreadyExists' });
  const back = { feeBillId: x, bankReference: 'RX' };
  expect(await fee(cases, 'refundBill', [refunder, back])).toMatchObject({
    feeBill: { status: 'REFUNDED' },
  });
  expect(await books()).toMatchObject({
    ...{ booked: '20.00', difference: '-20.00', balances: false },
    lines: [
      { reference: 'PX', booked: '20.00' },
      { reference: 'PY', booked: '20.00' },
      { reference: 'RX', booked: '-20.00' },
    ],
  });
});

it('settles one bill with one payment and one invoice, in whatever letters they are written', async () => {
  const [one, two] = [
    await billed(cases, await acceptedCase(cases, 'one')),
    await billed(cases, await acceptedCase(cases, 'two')),
  ];
  await fee(cases, 'issueInvoice', [finance, { feeBillId: one, invoiceNumber: 'Inv7' }]);
  const same = { feeBillId: two, invoiceNumber: 'ｉＮＶ7' };
  expect(await fee(cases, 'issueInvoice', [finance, same])).toMatchObject({
    code: 'AlreadyExists',
  });
  await fee(cases, 'issueInvoice', [finance, { feeBillId: two, invoiceNumber: 'Inv8' }]);
  const pay = (feeBillId: string, bankReference: string) =>
    fee(cases, 'recordPayment', [bank, { feeBillId, amount: '20.00', bankReference }]);
  expect(await pay(one, 'Risym10')).toMatchObject({ feeBill: { status: 'COLLECTED' } });
  for (const taken of ['risym10', 'RX'])
    expect(await pay(two, taken)).toMatchObject({ code: 'AlreadyExists' });
  expect(await pay(two, 'risym11')).toMatchObject({ feeBill: { status: 'COLLECTED' } });
});

it('counts what was collected until it is on the account or given back', async () => {
  const before = (await books()) as { readonly notDeposited: string };
  const feeBillId = await billed(cases, await acceptedCase(cases, 'waits'));
  await fee(cases, 'issueInvoice', [finance, { feeBillId, invoiceNumber: 'P-waits' }]);
  const paid = { feeBillId, amount: '20.00', bankReference: 'P-waits' };
  await fee(cases, 'recordPayment', [bank, paid]);
  const more = { notDeposited: (Number(before.notDeposited) + 20).toFixed(2) };
  expect(await books()).toMatchObject(more);
  await fee(cases, 'voidBill', [voider, { feeBillId, reason: '多计数量' }]);
  expect(await books()).toMatchObject(more);
  const back = { feeBillId, bankReference: 'R-waits' };
  expect(await fee(cases, 'refundBill', [refunder, back])).toMatchObject({
    feeBill: { status: 'REFUNDED' },
  });
  expect(await books()).toMatchObject({ notDeposited: before.notDeposited });
});

it('makes a bill less by one hand and invoices it by another, and reads less than nothing as nothing', async () => {
  const asked = async (matter: string, payable: string) => {
    const feeBillId = await billed(cases, await acceptedCase(cases, matter));
    return fee(cases, 'requestRelief', [unit, { feeBillId, reason: '低保家庭', payable }]);
  };
  expect(await asked('nothing', '-0.00')).toMatchObject({ feeBill: { status: 'RELIEF_PENDING' } });
  const { feeBill } = await asked('less', '5.00');
  const policy = { feeBillId: feeBill.id, document: '县政府〔2026〕5号', payable: '5.00' };
  await fee(cases, 'grantByPolicy', [finance, policy]);
  const invoice = { feeBillId: feeBill.id, invoiceNumber: 'P-less' };
  expect(await fee(cases, 'issueInvoice', [finance, invoice])).toMatchObject({
    code: 'FeeStepNeedsAnotherPerson',
  });
  expect(await fee(cases, 'issueInvoice', [auditor, invoice])).toMatchObject({
    feeBill: { status: 'INVOICED', payable: '5.00' },
  });
});
