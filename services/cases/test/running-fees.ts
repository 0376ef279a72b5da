import { itemEntered, staffPosted } from '@onewindow/contracts';
import type { Scope, Viewer } from '@onewindow/identity';
import { query, until, type StartedService } from '@onewindow/service/testing';
import { aStaffMember, ids } from './a-case.ts';
import { ACCOUNT, aStandard } from './a-fee-bill.ts';
import { mutation, submission, submitCase } from './operations.ts';
import { asStaff, officer, snapshots, startCases } from './running-cases.ts';

export const PEOPLE = {
  finance: '0192a000-0000-7000-8000-00000000000b',
  bank: '0192a000-0000-7000-8000-00000000000c',
  cashier: '0192a000-0000-7000-8000-00000000000d',
  auditor: '0192a000-0000-7000-8000-00000000000e',
} as const;
const elsewhere = '0192a000-0000-7000-8000-0000000000f0';

const window = (who: keyof typeof PEOPLE, scopes: readonly Scope[], more: Partial<Viewer> = {}) =>
  asStaff(scopes, { id: `staff:${who}`, staffId: PEOPLE[who], department: elsewhere, ...more });
/** Each at another window of the hall; finance and bank are of other departments. */
export const unit = asStaff(['cases:handle', 'cases:decide', 'fees:bill']);
export const finance = window('finance', ['fees:invoice']);
export const bank = window('bank', ['fees:collect']);
export const cashier = window('cashier', ['fees:collect']);
export const auditor = window('auditor', ['fees:invoice']);
export const manager = asStaff(['rules:manage', 'cases:centre'], { staffId: elsewhere });
export const leader = asStaff(['cases:handle'], { id: 'leader', staffId: ids.superior });

/** The service with an item that charges ten yuan for each certificate, the people of the hall, and the special account. */
export async function startFees(): Promise<StartedService> {
  const cases = await startCases();
  for (const id of Object.values(PEOPLE)) {
    await cases.neighbour('windows').tells(staffPosted, {
      ...{ ...aStaffMember({ id, homeDepartment: elsewhere }), post: 'B' },
    });
  }
  const item = { ...snapshots.item, fees: [aStandard()] };
  await cases.neighbour('items').tells(itemEntered, item, { version: 2 });
  const known = async (collection: string, filter: object) =>
    (await cases.database.collection(collection).countDocuments(filter)) > 0;
  await until(() => known('items', { 'fees.0': { $exists: true } }));
  for (const id of Object.values(PEOPLE)) await until(() => known('staff', { _id: id }));
  const from = '2026-09-18';
  await cases.ask(
    manager,
    `mutation ($input: NameSpecialAccountInput!) { nameSpecialAccount(input: $input) { __typename } }`,
    { input: { account: ACCOUNT, bank: '示例银行', document: '财非税〔2026〕1号', from } },
  );
  return cases;
}

export interface FeeAnswer {
  readonly __typename: string;
  readonly feeBill: {
    readonly id: string;
    readonly status: string;
    readonly payable: string;
    readonly refundable: string;
    readonly availableActions: readonly string[];
  };
}

/** A mutation on bills with its result, by the one who is asked. */
export async function fee(
  cases: StartedService,
  name: string,
  [viewer, input]: readonly [Viewer, object],
): Promise<FeeAnswer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const text = query<{ readonly answer: FeeAnswer }>(
    `mutation ($input: ${type}Input!) { answer: ${name}(input: $input) {
      __typename
      ... on Rejection { code message rule }
      ... on ${type}Success { feeBill { id status payable refundable total availableActions } }
    } }`,
  );
  return (await cases.ask(viewer, text, { input })).answer;
}

/** An accepted case of a matter. */
export async function acceptedCase(cases: StartedService, matter: string): Promise<string> {
  const { answer } = await cases.ask(officer, submitCase, { input: { ...submission, matter } });
  const caseId = answer.case.id;
  await cases.ask(officer, mutation('acceptCase'), { input: { caseId, rightsInformed: true } });
  return caseId;
}

/** A bill of two certificates for an accepted case. */
export async function billed(cases: StartedService, caseId: string): Promise<string> {
  const lines = [{ standard: '工本费', quantity: 2 }];
  return (await fee(cases, 'issueBill', [unit, { caseId, lines }])).feeBill.id;
}

/** Takes a bill to the special account: invoice and payment carry its own numbers. */
export async function deposited(
  cases: StartedService,
  feeBillId: string,
  reference: string,
): Promise<FeeAnswer> {
  const invoiceNumber = `P-${reference}`;
  await fee(cases, 'issueInvoice', [finance, { feeBillId, invoiceNumber }]);
  const paid = { feeBillId, amount: '20.00', bankReference: reference };
  await fee(cases, 'recordPayment', [bank, paid]);
  return fee(cases, 'depositFunds', [cashier, { feeBillId, account: ACCOUNT }]);
}
