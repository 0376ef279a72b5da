import { query, until, type StartedService } from '@onewindow/service/testing';
import { later } from './a-case.ts';
import {
  acceptedCase,
  auditor,
  bank,
  billed,
  cashier,
  deposited,
  fee,
  finance,
  manager,
  startFees,
  unit,
} from './running-fees.ts';
import type { Viewer } from '@onewindow/identity';

let cases: StartedService;
beforeAll(async () => {
  cases = await startFees();
});
afterAll(() => cases.stop());

interface DayAnswer {
  readonly answer: { readonly __typename: string; readonly feeDay: { readonly id: string } };
}
const give = async (name: 'openFeeDay' | 'closeFeeDay', viewer: Viewer, input: object) => {
  const type = name === 'openFeeDay' ? 'OpenFeeDay' : 'CloseFeeDay';
  const text = query<DayAnswer>(`mutation ($input: ${type}Input!) { answer: ${name}(input: $input) {
    __typename ... on Rejection { code }
    ... on ${type}Success { feeDay { id status booked stated faults availableActions } }
  } }`);
  return (await cases.ask(viewer, text, { input })).answer;
};
const day = '2026-09-18';
const books = (viewer: Viewer) =>
  cases.ask(
    viewer,
    query<{
      readonly feeReconciliation: object | null;
    }>(`query ($day: Date!) { feeReconciliation(day: $day) {
      day status booked stated difference balances notDeposited
      lines { reference feeBill { id } } faults { reference booked stated difference fault }
    } }`),
    { day },
  );
const statusOf = async (id: string) => {
  const text = query<{ readonly feeBill: { readonly status: string } }>(
    'query ($id: ID!) { feeBill(id: $id) { status } }',
  );
  return (await cases.ask(unit, text, { id })).feeBill.status;
};

it('balances to the fen, shows where it does not, and reconciles what agrees', async () => {
  const paid = await billed(cases, await acceptedCase(cases, 'paid'));
  await deposited(cases, paid, 'B-1');
  const second = await billed(cases, await acceptedCase(cases, 'second'));
  await deposited(cases, second, 'B-2');
  const waiting = await billed(cases, await acceptedCase(cases, 'waiting'));
  await fee(cases, 'issueInvoice', [finance, { feeBillId: waiting, invoiceNumber: 'P-3' }]);
  const payment = { feeBillId: waiting, amount: '20.00', bankReference: 'B-3' };
  await fee(cases, 'recordPayment', [bank, payment]);

  const { feeDay } = await give('openFeeDay', finance, { day });
  expect(await give('openFeeDay', auditor, { day })).toMatchObject({ code: 'AlreadyExists' });
  const right = [
    { reference: 'B-1', amount: '20.00' },
    { reference: 'B-2', amount: '20.00' },
  ];
  const close = (viewer: Viewer, statement: readonly object[]) =>
    give('closeFeeDay', viewer, { feeDayId: feeDay.id, statement });
  expect(await close(auditor, right)).toMatchObject({ code: 'FeeDayNotOver' });

  cases.at(later('09-19'));
  const both = { ...cashier, scopes: new Set(['fees:invoice'] as const) };
  expect(await close(both, right)).toMatchObject({ code: 'FeeStepNeedsAnotherPerson' });
  const wrong = [
    { reference: 'B-1', amount: '20.00' },
    { reference: 'B-2', amount: '19.99' },
  ];
  expect(await close(auditor, wrong)).toMatchObject({
    feeDay: { status: 'DIFFERENT', booked: '40.00', stated: '39.99', faults: 1 },
  });
  expect(await books(manager)).toMatchObject({
    feeReconciliation: {
      ...{ day, status: 'DIFFERENT', booked: '40.00', stated: '39.99', difference: '-0.01' },
      ...{ balances: false, notDeposited: '20.00' },
      faults: [
        {
          ...{ reference: 'B-2', booked: '20.00', stated: '19.99', difference: '-0.01' },
          fault: 'AMOUNT_DIFFERS',
        },
      ],
    },
  });
  // What agrees is reconciled already.
  await until(async () => (await statusOf(paid)) === 'RECONCILED');
  expect(await statusOf(second)).toBe('DEPOSITED');

  expect(await close(auditor, right)).toMatchObject({
    feeDay: { status: 'BALANCED', faults: 0, availableActions: [] },
  });
  await until(async () => (await statusOf(second)) === 'RECONCILED');
  expect(await statusOf(waiting)).toBe('COLLECTED');
  expect(await close(auditor, right)).toMatchObject({ code: 'NotPermittedInStatus' });
  expect(await books(auditor)).toMatchObject({
    feeReconciliation: { status: 'BALANCED', balances: true, difference: '0.00', faults: [] },
  });
});

it.each(['0001-01-01', '1900-01-01', '2026-09-17'])(
  'is not opened for %s, before the centre had a special account',
  async (early) => {
    expect(await give('openFeeDay', finance, { day: early })).toMatchObject({
      code: 'InvalidInput',
    });
  },
);

it('is not opened for a day to come, to the end of the calendar', async () => {
  for (const late of ['2026-09-20', '9999-12-31'])
    expect(await give('openFeeDay', finance, { day: late })).toMatchObject({
      code: 'FeeDayNotOver',
    });
});

it('is nobody’s who may not see the books', async () => {
  expect(await books(unit)).toEqual({ feeReconciliation: null });
});
