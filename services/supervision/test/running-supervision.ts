import {
  caseDispatched,
  centreRegistered,
  departmentRegistered,
  staffPosted,
  type CaseSnapshot,
  type DepartmentSnapshot,
} from '@onewindow/contracts';
import type { Scope, Viewer } from '@onewindow/identity';
import { createBlindIndex } from '@onewindow/persistence';
import { startOnRealServers, until, type StartedService } from '@onewindow/service/testing';
import { parseSupervisionEnvironment } from '../src/environment.ts';
import { createSupervisionService } from '../src/service.ts';
import { friday, ids } from './a-matter.ts';

export const asStaff = (
  staffId: string,
  scopes: readonly Scope[],
  claims: Partial<Viewer> = {},
): Viewer => ({
  id: `staff:${staffId}`,
  kind: 'STAFF',
  scopes: new Set(scopes),
  staffId,
  department: ids.department,
  centre: ids.centre,
  region: ids.region,
  ...claims,
});
export const supervisor = asStaff(ids.supervisor, ['supervision:handle', 'personal:read'], {
  department: ids.elsewhere,
});
export const investigator = asStaff(ids.investigator, ['supervision:handle']);
export const handler = asStaff(ids.handler, ['cases:handle']);
export const superior = asStaff(ids.superior, []);
export const citizen: Viewer = {
  id: 'citizen:1',
  kind: 'NATURAL',
  scopes: new Set(),
  identityIndex: 'index-of-a-citizen',
};
export const stranger: Viewer = { ...citizen, id: 'citizen:2', identityIndex: 'another' };
/** The blind index of the services of these tests. */
export const blindIndex = createBlindIndex('k'.repeat(32));
export const QUERY_CODE = 'ABCDEFGHJK';
export const RECEIPT = '4501020001-20260918-00001';

export const passerBy: Viewer = { id: 'anonymous:abc', kind: 'ANONYMOUS', scopes: new Set() };

/** It is the citizen's case. */
const proofsOf = (id: string) => ({
  applicant: blindIndex(`${id}:index-of-a-citizen`),
  queryCode: blindIndex(`${id}:${QUERY_CODE}`),
});

export function aCaseSnapshot(changes: Partial<CaseSnapshot> = {}): CaseSnapshot {
  return {
    id: ids.case,
    status: 'IN_PROCESS',
    kind: 'COMMITTED',
    receiptNumber: RECEIPT,
    item: ids.item,
    itemRevision: 1,
    region: ids.region,
    centre: ids.centre,
    department: ids.department,
    window: ids.window,
    handler: ids.handler,
    submittedAt: friday,
    acceptedAt: friday,
    deemedAccepted: false,
    deadlines: [],
    overdue: false,
    certificateNumber: null,
    decidedBy: null,
    proofs: proofsOf(changes.id ?? ids.case),
    ...changes,
  };
}

/** The department of the handler, with its leader in charge. */
export const aDepartment: DepartmentSnapshot = {
  id: ids.department,
  name: '示例区市场监管局',
  codes: ['Z1'],
  region: ids.region,
  centre: ids.centre,
  leaderInCharge: ids.superior,
};

/** The service with cases and windows beside it; who works where is known. */
export async function startSupervision(): Promise<StartedService> {
  const running = await startOnRealServers({
    service: 'supervision',
    parse: parseSupervisionEnvironment,
    create: createSupervisionService,
    neighbours: ['cases', 'windows'],
    region: ids.region,
    at: friday,
  });
  const windows = running.neighbour('windows');
  await windows.tells(centreRegistered, {
    id: ids.centre,
    code: '4501020001',
    name: '示例区政务服务中心',
    region: ids.region,
    level: 'DISTRICT_COUNTY',
  });
  await windows.tells(departmentRegistered, {
    id: ids.elsewhere,
    name: '示例区监督局',
    codes: ['Z2'],
    region: ids.region,
    centre: ids.centre,
  });
  await windows.tells(departmentRegistered, aDepartment);
  for (const id of [ids.handler, ids.investigator, ids.superior]) {
    await windows.tells(staffPosted, {
      id,
      homeDepartment: ids.department,
      centre: ids.centre,
      window: ids.window,
      post: 'A',
      onPost: true,
      chiefRepresentativeOf: null,
    });
  }
  await holds(running, 'centres', 1);
  await holds(running, 'departments', 2);
  await holds(running, 'staff', 3);
  return running;
}

/** The service, once it knows of the case of these stories. */
export async function startWithCase(): Promise<StartedService> {
  const running = await startSupervision();
  await running.neighbour('cases').tells(caseDispatched, aCaseSnapshot());
  await holds(running, 'cases', 1);
  return running;
}

/** Until a collection holds as many documents. */
export const holds = ({ database }: StartedService, collection: string, count: number) =>
  until(async () => (await database.collection(collection).countDocuments()) >= count);
