import { randomUUID } from 'node:crypto';
import type { Viewer } from '@onewindow/identity';
import { idFromCode } from '@onewindow/persistence';
import { query } from '@onewindow/service/testing';
import { mutated, regionId, startWindows } from './running-windows.ts';

const centre = idFromCode('centre', 'C-1');
const [own, other] = ['D-1', 'D-2'].map((code) => idFromCode('department', code));
const [leader, deputy, stranger] = ['B-1', 'B-2', 'B-3'].map((badge) =>
  idFromCode('staff-member', badge),
);
const manager: Viewer = {
  ...{ id: 'manager-1', kind: 'STAFF', scopes: new Set(['windows:manage']), centre },
  region: regionId,
};
const inCharge = query<{ readonly department: { readonly leaderInCharge: object | null } }>(
  'query ($id: ID!) { department(id: $id) { leaderInCharge { id name } } }',
);

let service: Awaited<ReturnType<typeof startWindows>>;
beforeAll(async () => {
  service = await startWindows();
  const place = { code: '511602', name: '示例区' };
  const departments = ['D-1', 'D-2'].map((code) => ({
    ...{ name: `示例${code}`, codes: [code], regionCode: place.code },
  }));
  const steps = [
    ['registerRegion', place],
    ['registerCentre', { code: 'C-1', name: '示例中心', regionId, level: 'DISTRICT_COUNTY' }],
    ['registerDepartments', { commandId: randomUUID(), departments }],
    ...[own, other].map((departmentId) => ['enterDepartment', { departmentId }] as const),
    ...[own, own, other].map(
      (homeDepartmentId, index) =>
        [
          'registerStaffMember',
          {
            ...{ name: `示例${index + 1}`, badgeNumber: `B-${index + 1}`, homeDepartmentId },
            ...{ rankLevel: 'COUNTY_LEVEL', formallyEmployed: true },
          },
        ] as const,
    ),
  ] as const;
  for (const [name, input] of steps) {
    const answer = await mutated(service, manager, { name, input });
    expect(answer?.__typename).toMatch(/Success$/);
  }
});
afterAll(() => service.stop());

const name = (staffMemberId: string | undefined, departmentId = own, viewer = manager) =>
  mutated(service, viewer, { name: 'nameLeaderInCharge', input: { departmentId, staffMemberId } });

it('has none at first, then who was named, and another after that (002:100)', async () => {
  const seen = async () => (await service.ask(manager, inCharge, { id: own })).department;
  expect(await seen()).toEqual({ leaderInCharge: null });
  expect(await name(leader)).toMatchObject({ __typename: 'NameLeaderInChargeSuccess' });
  expect(await seen()).toEqual({ leaderInCharge: { id: leader, name: '示例1' } });
  expect(await name(deputy)).toMatchObject({ __typename: 'NameLeaderInChargeSuccess' });
  expect(await seen()).toEqual({ leaderInCharge: { id: deputy, name: '示例2' } });
});

it('is one of its own people, who is there', async () => {
  expect(await name(stranger)).toMatchObject({
    ...{ __typename: 'LeaderOfAnotherDepartment', rule: '002:100' },
  });
  expect(await name(randomUUID())).toMatchObject({ __typename: 'NotFound' });
  expect(await name(leader, randomUUID())).toMatchObject({ __typename: 'NotFound' });
});

it('is named by the manager of the centre that the department has entered', async () => {
  const ofElsewhere = { ...manager, centre: randomUUID() };
  expect(await name(leader, own, ofElsewhere)).toMatchObject({ __typename: 'NotAuthorized' });
});
