import type { Viewer } from '@onewindow/identity';
import { query, type StartedService } from '@onewindow/service/testing';
import { ids } from './a-case.ts';
import { mutation, signedPaper, submission, submitCase } from './operations.ts';
import { officer } from './running-cases.ts';
import { bank, billed, fee, finance, startFees } from './running-fees.ts';

let cases: StartedService;
beforeAll(async () => {
  cases = await startFees();
});
afterAll(() => cases.stop());

it('tells who holds the receipt what to pay and where, until it is paid and never once the case is over', async () => {
  const nobody: Viewer = { id: 'anonymous:1', kind: 'ANONYMOUS', scopes: new Set() };
  const progress = query<{ readonly caseProgress: object | null }>(
    `query ($number: String!, $code: String!) { caseProgress(receiptNumber: $number, queryCode: $code) {
      feeDue { billId amount invoiceNumber centre { id } }
    } }`,
  );
  const made = async (matter: string) => {
    const { answer } = await cases.ask(officer, submitCase, { input: { ...submission, matter } });
    const caseId = answer.case.id;
    const receipt = { number: answer.case.receiptNumber, code: answer.queryCode };
    await cases.ask(officer, mutation('acceptCase'), { input: { caseId, rightsInformed: true } });
    const due = async () => (await cases.ask(nobody, progress, receipt)).caseProgress;
    return { caseId, due };
  };
  const none = { feeDue: null };

  const paid = await made('to be paid');
  expect(await paid.due()).toEqual(none);
  const feeBillId = await billed(cases, paid.caseId);
  const due = { billId: feeBillId, amount: '20.00', centre: { id: ids.centre } };
  expect(await paid.due()).toEqual({ feeDue: { ...due, invoiceNumber: null } });
  await fee(cases, 'issueInvoice', [finance, { feeBillId, invoiceNumber: 'P-DUE' }]);
  expect(await paid.due()).toEqual({ feeDue: { ...due, invoiceNumber: 'P-DUE' } });
  const payment = { feeBillId, amount: '20.00', bankReference: 'B-due' };
  await fee(cases, 'recordPayment', [bank, payment]);
  expect(await paid.due()).toEqual(none);

  const over = await made('over and not paid');
  await billed(cases, over.caseId);
  const input = { caseId: over.caseId, paper: signedPaper };
  await cases.ask(officer, mutation('withdrawCase'), { input });
  expect(await over.due()).toEqual(none);
});
