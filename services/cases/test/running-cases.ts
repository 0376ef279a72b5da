import {
  authorizationGranted,
  centreRegistered,
  departmentRegistered,
  itemEntered,
  sealCustodyTransferred,
  staffPosted,
} from '@onewindow/contracts';
import type { Scope, Viewer } from '@onewindow/identity';
import type { EnvironmentSource } from '@onewindow/runtime';
import { startOnRealServers, until, type StartedService } from '@onewindow/service/testing';
import { parseCasesEnvironment } from '../src/environment.ts';
import { createCasesService } from '../src/service.ts';
import { aLetter, anItem, aSeal, aStaffMember, friday, ids } from './a-case.ts';
import { applicant, submission, submitCase, type MutationAnswer } from './operations.ts';

export const asStaff = (scopes: readonly Scope[], claims: Partial<Viewer> = {}): Viewer => ({
  id: `staff:${ids.officer}`,
  kind: 'STAFF',
  scopes: new Set(scopes),
  staffId: ids.officer,
  department: ids.department,
  centre: ids.centre,
  region: ids.region,
  ...claims,
});
export const officer = asStaff(['cases:handle', 'cases:decide']);

export const snapshots = {
  item: {
    ...{ ...anItem(), materials: [...anItem().materials] },
    code: '450102-001',
    name: '食品经营许可',
    kind: 'ADMIN_LICENCE' as const,
    status: 'IN_SERVICE' as const,
    specialProcedures: [],
    fees: [],
    resultName: '食品经营许可证',
  },
  staff: { ...aStaffMember(), post: 'A' },
  letter: { ...aLetter(), items: [ids.item], powers: [...aLetter().powers] },
  seal: { ...aSeal() },
  department: {
    ...{ id: ids.department, name: '示例区市场监管局', codes: ['Z1'], region: ids.region },
    ...{ centre: ids.centre, leaderInCharge: ids.superior },
  },
  centre: {
    id: ids.centre,
    code: '4501020001',
    name: '示例区政务服务中心',
    region: ids.region,
    level: 'DISTRICT_COUNTY' as const,
  },
};

/** The service with real servers and its neighbours, which have told it all that it needs. */
export async function startCases(environment: EnvironmentSource = {}): Promise<StartedService> {
  const started = await startOnRealServers({
    service: 'cases',
    parse: parseCasesEnvironment,
    create: createCasesService,
    neighbours: ['items', 'windows', 'supervision'],
    region: ids.region,
    at: friday,
    environment,
  });
  const { item, staff, letter, seal, centre, department } = snapshots;
  const windows = started.neighbour('windows');
  await started.neighbour('items').tells(itemEntered, item);
  await windows.tells(centreRegistered, centre);
  await windows.tells(departmentRegistered, department);
  await windows.tells(staffPosted, staff);
  await windows.tells(authorizationGranted, letter);
  await windows.tells(sealCustodyTransferred, seal);
  for (const replica of ['items', 'staff', 'letters', 'seals', 'centres', 'departments']) {
    await until(async () => (await started.database.collection(replica).countDocuments()) > 0);
  }
  return started;
}

/** Submits a case that is the `count`th of its matter. */
export async function submitAnother(cases: StartedService, count: number): Promise<MutationAnswer> {
  const input = { ...submission, applicant: anotherApplicant(count), matter: count.toString() };
  return (await cases.ask(officer, submitCase, { input })).answer;
}

/** One of ten thousand demo applicants. */
const anotherApplicant = (count: number) => ({
  ...applicant,
  identityNumber: `99000019900101${String(count).padStart(4, '0')}`,
});

/** Submits a hundred cases, ten at a time, and answers what was said of each. */
export async function submitHundredCases(cases: StartedService): Promise<MutationAnswer[]> {
  const answers: MutationAnswer[] = [];
  for (let count = 0; count < 100; count += 10) {
    const some = Array.from({ length: 10 }, (_, at) => submitAnother(cases, count + at));
    answers.push(...(await Promise.all(some)));
  }
  return answers;
}
