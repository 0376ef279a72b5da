import { createBlindIndex } from '@onewindow/persistence';
import type { Viewer } from '@onewindow/identity';
import { query, until, type StartedService } from '@onewindow/service/testing';
import { ids, report } from './a-case.ts';
import { ACCOUNT } from './a-fee-bill.ts';
import { applicant, mutation, signedPaper } from './operations.ts';
import { asStaff, officer } from './running-cases.ts';
import {
  acceptedCase,
  auditor,
  bank,
  billed,
  cashier,
  deposited,
  fee,
  finance,
  leader,
  startFees,
  unit,
} from './running-fees.ts';

let cases: StartedService;
beforeAll(async () => {
  cases = await startFees();
});
afterAll(() => cases.stop());

const lines = [{ standard: '工本费', quantity: 2 }];
const decide = (caseId: string) =>
  cases.ask(officer, mutation('decideCase'), {
    input: { caseId, outcome: 'APPROVED', sealId: ids.seal },
  });
const issue = async (caseId: string) => {
  const input = { caseId, certificateNumber: 'JY1', inPerson: true };
  return (await cases.ask(officer, mutation('issueCertificate'), { input })).answer;
};
const read = (id: string, viewer: Viewer) =>
  cases.ask(
    viewer,
    query<{ readonly feeBill: object | null }>(
      'query ($id: ID!) { feeBill(id: $id) { id status } }',
    ),
    { id },
  );

describe('the fee of a case', () => {
  it('goes by four windows to the special account, and then the certificate is handed over', async () => {
    const caseId = await acceptedCase(cases, 'four steps');
    await decide(caseId);
    expect(await issue(caseId)).toMatchObject({ code: 'FeeOpen', rule: '002:105' });
    const offered = query<object>(
      'query ($id: ID!) { caseById(id: $id) { actions { name allowed code } } }',
    );
    const shown = (allowed: boolean, code: string | null) => ({
      caseById: {
        actions: expect.arrayContaining([{ name: 'ISSUE_CERTIFICATE', allowed, code }]) as unknown,
      },
    });
    expect(await cases.ask(officer, offered, { id: caseId })).toMatchObject(
      shown(false, 'FeeOpen'),
    );
    const feeBillId = await billed(cases, caseId);
    expect(await issue(caseId)).toMatchObject({ code: 'FeeOpen' });
    expect(await deposited(cases, feeBillId, 'B-4')).toMatchObject({
      feeBill: { status: 'DEPOSITED', payable: '20.00' },
    });
    expect(await cases.ask(officer, offered, { id: caseId })).toMatchObject(shown(true, null));
    expect(await issue(caseId)).toMatchObject({ case: { status: 'ISSUED' } });
  });

  it('is billed once, and not by another department, nor for a case that is not accepted', async () => {
    const caseId = await acceptedCase(cases, 'once');
    await billed(cases, caseId);
    expect(await fee(cases, 'issueBill', [unit, { caseId, lines }])).toMatchObject({
      code: 'AlreadyExists',
    });
    const other = asStaff(['cases:handle', 'cases:centre', 'fees:bill'], { department: ids.seal });
    expect(await fee(cases, 'issueBill', [other, { caseId, lines }])).toMatchObject({
      code: 'NotAuthorized',
    });
    const hidden = asStaff(['cases:handle', 'fees:bill'], { department: ids.seal });
    expect(await fee(cases, 'issueBill', [hidden, { caseId, lines }])).toMatchObject({
      code: 'NotFound',
    });
  });

  it('is no step twice for one person, and none out of turn', async () => {
    const feeBillId = await billed(cases, await acceptedCase(cases, 'in turn'));
    const pay = { feeBillId, amount: '20.00', bankReference: 'B-turn' };
    expect(await fee(cases, 'recordPayment', [bank, pay])).toMatchObject({
      code: 'NotPermittedInStatus',
    });
    await fee(cases, 'issueInvoice', [finance, { feeBillId, invoiceNumber: 'P-turn' }]);
    const both = { ...bank, staffId: finance.staffId ?? '' };
    expect(await fee(cases, 'recordPayment', [both, pay])).toMatchObject({
      code: 'FeeStepNeedsAnotherPerson',
    });
    expect(await fee(cases, 'recordPayment', [bank, { ...pay, amount: '20.01' }])).toMatchObject({
      code: 'AmountNotAsInvoiced',
    });
    await fee(cases, 'recordPayment', [bank, pay]);
    const wrong = { feeBillId, account: '4500000000000009' };
    expect(await fee(cases, 'depositFunds', [cashier, wrong])).toMatchObject({
      code: 'PayeeNotSpecialAccount',
    });
    expect(
      await fee(cases, 'depositFunds', [cashier, { feeBillId, account: ACCOUNT }]),
    ).toMatchObject({
      feeBill: { status: 'DEPOSITED' },
    });
  });

  it('has numbers that no other bill has, when many windows write at once too', async () => {
    const bills = await Promise.all(
      [1, 2, 3, 4].map(async (count) => billed(cases, await acceptedCase(cases, `n-${count}`))),
    );
    const answers = await Promise.all(
      bills.map((feeBillId) =>
        fee(cases, 'issueInvoice', [finance, { feeBillId, invoiceNumber: 'P-same' }]),
      ),
    );
    const names = answers.map(({ __typename }) => __typename).sort();
    expect(names).toEqual([...Array<string>(3).fill('AlreadyExists'), 'IssueInvoiceSuccess']);
  });

  it('is given back when it was wrong, and may be billed anew', async () => {
    const caseId = await acceptedCase(cases, 'refund');
    const feeBillId = await billed(cases, caseId);
    await deposited(cases, feeBillId, 'B-refund');
    expect(
      await fee(cases, 'voidBill', [auditor, { feeBillId, reason: '多计数量' }]),
    ).toMatchObject({
      feeBill: { status: 'REFUND_DUE', payable: '0.00', refundable: '20.00' },
    });
    await decide(caseId);
    expect(await issue(caseId)).toMatchObject({ code: 'FeeOpen' });
    const back = { feeBillId, bankReference: 'R-refund' };
    expect(await fee(cases, 'refundBill', [bank, back])).toMatchObject({
      code: 'FeeStepNeedsAnotherPerson',
      message: expect.stringMatching(/refunding|退费/) as unknown,
    });
    const refunder = { ...bank, staffId: auditor.staffId ?? '' };
    expect(await fee(cases, 'refundBill', [refunder, back])).toMatchObject({
      code: 'FeeStepNeedsAnotherPerson',
    });
    expect(await fee(cases, 'issueBill', [unit, { caseId, lines }])).toMatchObject({
      feeBill: { status: 'BILLED' },
    });
  });
});

describe('a case that is over', () => {
  const statusOf = async (id: string) => {
    const { feeBill } = await read(id, unit);
    return (feeBill as { readonly status: string } | null)?.status;
  };
  const { superior: _, ...written } = report;

  it('is charged nothing any more, also before its bill has ended with it', async () => {
    const caseId = await acceptedCase(cases, 'over');
    const feeBillId = await billed(cases, caseId);
    const turn = (status: string) =>
      cases.database
        .collection<{ _id: string }>('cases')
        .updateOne({ _id: caseId }, { $set: { 'state.status': status } });
    // As it is between the end of the case and its being told.
    await turn('WITHDRAWN');
    const invoice = { feeBillId, invoiceNumber: 'P-over' };
    const payment = { feeBillId, amount: '20.00', bankReference: 'B-over' };
    const asked = { feeBillId, reason: '困难', payable: '0.00' };
    const refused = { code: 'CaseNotBillable', rule: '002:105' };
    expect(await fee(cases, 'issueInvoice', [finance, invoice])).toMatchObject(refused);
    expect(await fee(cases, 'requestRelief', [unit, asked])).toMatchObject(refused);
    await turn('ACCEPTED');
    expect(await fee(cases, 'issueInvoice', [finance, invoice])).toMatchObject({
      feeBill: { status: 'INVOICED' },
    });
    await turn('WITHDRAWN');
    expect(await fee(cases, 'recordPayment', [bank, payment])).toMatchObject(refused);
  });

  it('takes its unpaid bill with it: withdrawn', async () => {
    const caseId = await acceptedCase(cases, 'withdrawn');
    const feeBillId = await billed(cases, caseId);
    await cases.ask(officer, mutation('withdrawCase'), { input: { caseId, paper: signedPaper } });
    await until(async () => (await statusOf(feeBillId)) === 'VOIDED');
    expect(
      await fee(cases, 'issueInvoice', [finance, { feeBillId, invoiceNumber: 'P-void' }]),
    ).toMatchObject({ code: 'NotPermittedInStatus' });
  });

  it('has what was paid given back: denied', async () => {
    const caseId = await acceptedCase(cases, 'denied');
    const feeBillId = await billed(cases, caseId);
    await deposited(cases, feeBillId, 'B-denied');
    const denied = { caseId, outcome: 'REJECTED', sealId: ids.seal, report: written };
    const { answer } = await cases.ask(officer, mutation('decideCase'), { input: denied });
    expect(answer).toMatchObject({ case: { status: 'REJECTED' } });
    await until(async () => (await statusOf(feeBillId)) === 'REFUND_DUE');
    const refunder = { ...bank, staffId: auditor.staffId ?? '' };
    const back = { feeBillId, bankReference: 'R-denied' };
    expect(await fee(cases, 'refundBill', [refunder, back])).toMatchObject({
      feeBill: { status: 'REFUNDED', payable: '0.00', refundable: '0.00' },
    });
  });
});

describe('relief', () => {
  const himself: Viewer = {
    ...{ id: 'citizen', kind: 'NATURAL', scopes: new Set() },
    identityIndex: createBlindIndex('k'.repeat(32))(applicant.identityNumber),
  };

  it('is asked for by the applicant, reviewed by the chief, passed by the meeting, and then costs less', async () => {
    const caseId = await acceptedCase(cases, 'relief');
    const feeBillId = await billed(cases, caseId);
    expect(await read(feeBillId, himself)).toEqual({
      feeBill: { id: feeBillId, status: 'BILLED' },
    });
    const asked = { feeBillId, reason: '低保家庭', payable: '0.00' };
    expect(await fee(cases, 'requestRelief', [himself, asked])).toMatchObject({
      feeBill: { status: 'RELIEF_PENDING' },
    });
    const resolution = {
      ...{ feeBillId, document: '常务会议纪要〔2026〕8号', heldOn: '2026-09-18' },
      ...{ passed: true, payable: '0.00' },
    };
    expect(await fee(cases, 'recordMeetingResolution', [finance, resolution])).toMatchObject({
      code: 'ChiefReviewMissing',
    });
    const review = { feeBillId, supports: true, opinion: '情况属实' };
    expect(await fee(cases, 'chiefReview', [officer, review])).toMatchObject({
      code: 'NotAuthorized',
    });
    await fee(cases, 'chiefReview', [leader, review]);
    expect(await fee(cases, 'recordMeetingResolution', [finance, resolution])).toMatchObject({
      feeBill: { status: 'NOT_CHARGED', payable: '0.00' },
    });
    await decide(caseId);
    expect(await issue(caseId)).toMatchObject({ case: { status: 'ISSUED' } });
    // What he wrote is in no entry and no state in plain.
    const stored = await cases.database.collection('feeBills').findOne({ 'state.case': caseId });
    expect(JSON.stringify(stored)).not.toContain('低保家庭');
  });

  it('is not asked for by a stranger, for whom the bill does not exist', async () => {
    const feeBillId = await billed(cases, await acceptedCase(cases, 'stranger'));
    const stranger = { ...himself, id: 'stranger', identityIndex: 'another' };
    expect(await read(feeBillId, stranger)).toEqual({ feeBill: null });
    const asked = { feeBillId, reason: '困难', payable: '0.00' };
    expect(await fee(cases, 'requestRelief', [stranger, asked])).toMatchObject({
      code: 'NotFound',
    });
  });
});

describe('who sees bills', () => {
  it('are the unit, the windows of finance and bank, and nobody of another centre', async () => {
    const caseId = await acceptedCase(cases, 'sight');
    const feeBillId = await billed(cases, caseId);
    for (const viewer of [unit, finance, bank])
      expect(await read(feeBillId, viewer)).toEqual({
        feeBill: { id: feeBillId, status: 'BILLED' },
      });
    const other = { ...finance, centre: ids.seal };
    expect(await read(feeBillId, other)).toEqual({ feeBill: null });
    const list = query<{ readonly feeBills: { readonly totalCount: number } }>(
      '{ feeBills(filter: { statuses: [BILLED] }) { totalCount edges { node { id } } } }',
    );
    expect((await cases.ask(other, list)).feeBills).toEqual({ totalCount: 0, edges: [] });
    const { feeBills } = await cases.ask(finance, list);
    expect(feeBills).toMatchObject({
      edges: expect.arrayContaining([{ node: { id: feeBillId } }]) as unknown,
    });
    const ofCase = query<object>(
      'query ($id: ID!) { caseById(id: $id) { feeBills { edges { node { id lines { name amount document } case { id } } } } } }',
    );
    expect(await cases.ask(officer, ofCase, { id: caseId })).toEqual({
      caseById: {
        feeBills: {
          edges: [
            {
              node: {
                id: feeBillId,
                lines: [{ name: '工本费', amount: '20.00', document: '鲁价费发〔2026〕1号' }],
                case: { id: caseId },
              },
            },
          ],
        },
      },
    });
  });
});
