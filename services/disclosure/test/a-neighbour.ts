import {
  certificateIssued,
  type CaseSnapshot,
  type EventContract,
  type EventEnvelope,
  type ItemSnapshot,
} from '@onewindow/contracts';
import { instant } from '@onewindow/kernel';
import { anEvent as eventOf } from '@onewindow/service/testing';
import { ids } from './an-entry.ts';

export const item: ItemSnapshot = {
  id: ids.item,
  code: '450102-001',
  name: '食品经营许可',
  region: ids.region,
  department: ids.department,
  centre: null,
  kind: 'ADMIN_LICENCE',
  handlingMode: 'COMMITTED',
  status: 'PUBLISHED',
  revision: 1,
  statutoryLimit: { value: 20, unit: 'WORKING_DAYS' },
  committedLimit: { value: 5, unit: 'WORKING_DAYS' },
  materials: [
    { id: 'm1', name: '申请书', need: 'NECESSARY' },
    { id: 'm2', name: '场所图', need: 'NOT_NECESSARY' },
  ],
  specialProcedures: [],
  resultName: '食品经营许可证',
};

export const issuedCase: CaseSnapshot = {
  ...{ id: ids.case, status: 'ISSUED', kind: 'COMMITTED', receiptNumber: '4501020001-1' },
  ...{ item: ids.item, itemRevision: 1, region: ids.region, centre: ids.centre },
  ...{ department: ids.department, window: ids.window, handler: ids.officer },
  ...{ submittedAt: '2026-09-18T01:00:00.000Z', acceptedAt: null, deemedAccepted: false },
  ...{ deadlines: [], overdue: false, certificateNumber: 'JY14501020000001' },
};

/** An event of a neighbour; its version orders it, and is told as the minute of its time. */
export const anEvent = <Data extends { readonly snapshot: { readonly id: string } }>(
  contract: EventContract<Data>,
  data: Data,
  version: number,
): EventEnvelope => {
  const time = instant(new Date(Date.UTC(2026, 8, 18, 1, version)));
  return eventOf(contract, data, { version, time, region: ids.region });
};

export const aCertificate = (change: Partial<CaseSnapshot> = {}): EventEnvelope => {
  const snapshot = { ...issuedCase, ...change };
  const certificateNumber = snapshot.certificateNumber ?? '';
  return anEvent(certificateIssued, { happened: { certificateNumber }, snapshot }, 9);
};
