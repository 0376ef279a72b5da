import { randomUUID } from 'node:crypto';
import type { Viewer } from '@onewindow/identity';
import { idFromCode } from '@onewindow/persistence';
import { mutated, regionId, startWindows } from './running-windows.ts';

const centreId = idFromCode('centre', 'C-1');
const manager: Viewer = {
  id: 'manager-1',
  kind: 'STAFF',
  scopes: new Set(['windows:manage']),
  centre: centreId,
  region: regionId,
};
const stranger: Viewer = { ...manager, id: 'manager-2', centre: idFromCode('centre', 'C-2') };
const citizen: Viewer = { id: 'citizen-1', kind: 'NATURAL', scopes: new Set() };

type Answer = Readonly<Record<string, Record<string, unknown> & { readonly __typename: string }>>;

describe('the windows subgraph on real servers', () => {
  let service: Awaited<ReturnType<typeof startWindows>>;

  beforeAll(async () => {
    service = await startWindows();
  });
  afterAll(() => service.stop());

  const execute = (query: string, variables: object, viewer: Viewer = manager) =>
    service.operate(viewer, query, variables);
  const mutate = (name: string, input: object, viewer: Viewer = manager) =>
    mutated(service, viewer, { name, input });

  const department = idFromCode('department', 'D-1');
  const window = idFromCode('window', `${centreId}/A01`);
  const chief = idFromCode('staff-member', 'B-001');
  const clerk = idFromCode('staff-member', 'B-002');

  it('registers a region, a centre and a department with its codes, each once', async () => {
    const region = { code: '511602', name: '示例区' };
    expect(await mutate('registerRegion', region)).toMatchObject({
      __typename: 'RegisterRegionSuccess',
    });
    expect(await mutate('registerRegion', region)).toMatchObject({
      __typename: 'RegisterRegionSuccess',
    });
    expect(await mutate('registerRegion', { ...region, name: '另一区' })).toMatchObject({
      ...{ code: 'AlreadyExists', fact: 'regionCode', id: regionId },
    });
    const centre = { code: 'C-1', name: '示例区政务服务中心', regionId, level: 'DISTRICT_COUNTY' };
    expect(await mutate('registerCentre', centre)).toMatchObject({
      __typename: 'RegisterCentreSuccess',
    });
    expect(
      await mutate('registerCentre', { ...centre, code: 'C-9', regionId: randomUUID() }),
    ).toMatchObject({
      code: 'NotFound',
    });
  });

  it('finds a department by any of its codes and takes new ones as aliases (A37)', async () => {
    const register = async (departments: readonly object[]) => {
      const query = `mutation ($input: RegisterDepartmentsInput!) { registerDepartments(input: $input) {
        ... on RegisterDepartmentsSuccess { outcomes { departmentId outcome reason } } } }`;
      const input = { commandId: randomUUID(), departments };
      const { data } = await execute(query, { input });
      return (data as Answer)['registerDepartments']?.['outcomes'];
    };
    const base = { name: '区人社局', regionCode: '511602' };
    expect(await register([{ ...base, codes: ['D-1', 'D-1_5143'] }])).toEqual([
      { departmentId: department, outcome: 'REGISTERED', reason: null },
    ]);
    expect(
      await register([
        { ...base, codes: ['D-1_5143', 'D-1_6918'] },
        { ...base, codes: ['D-1'] },
      ]),
    ).toEqual([
      { departmentId: department, outcome: 'CHANGED', reason: null },
      { departmentId: department, outcome: 'UNCHANGED', reason: null },
    ]);
    expect(
      await register([
        { ...base, name: '区司法局', codes: ['D-2'] },
        { ...base, codes: ['D-1', 'D-2'] },
        { ...base, codes: [' '] },
      ]),
    ).toMatchObject([
      { outcome: 'REGISTERED' },
      { outcome: 'REFUSED', reason: expect.stringContaining('more than one') as string },
      { outcome: 'REFUSED', reason: expect.stringContaining('no code') as string },
    ]);
  });

  it('lets a department enter the centre of the manager who says so', async () => {
    expect(await mutate('enterDepartment', { departmentId: department })).toMatchObject({
      __typename: 'EnterDepartmentSuccess',
    });
    expect(await mutate('enterDepartment', { departmentId: department })).toMatchObject({
      code: 'NotPermittedInStatus',
    });
  });

  it('opens a window once, and answers a repetition with the same commandId as before', async () => {
    const input = {
      number: 'A01',
      name: '人社窗口',
      type: 'PERMANENT',
      departmentIds: [department],
    };
    const commandId = randomUUID();
    expect(await mutate('openWindow', { ...input, commandId })).toMatchObject({
      __typename: 'OpenWindowSuccess',
    });
    expect(await mutate('openWindow', { ...input, commandId })).toMatchObject({
      __typename: 'OpenWindowSuccess',
    });
    expect(await mutate('openWindow', { ...input, commandId, name: '另一窗口' })).toMatchObject({
      code: 'IdempotencyMismatch',
    });
    expect(await mutate('openWindow', input)).toMatchObject({ fact: 'windowNumber', id: window });
    expect(
      await mutate('openWindow', { ...input, number: 'A02', type: 'INTEGRATED' }),
    ).toMatchObject({
      code: 'DepartmentsDoNotFit',
      rule: '002:164',
    });
  });

  it('takes a commandId that was used for another mutation for a mistake, not for a repetition', async () => {
    const commandId = randomUUID();
    expect(await mutate('closeWindow', { windowId: window, commandId })).toMatchObject({
      __typename: 'CloseWindowSuccess',
    });
    expect(await mutate('reopenWindow', { windowId: window, commandId })).toMatchObject({
      code: 'IdempotencyMismatch',
    });
    expect(await mutate('reopenWindow', { windowId: window })).toMatchObject({
      __typename: 'ReopenWindowSuccess',
    });
  });

  it('refuses to manage a window of another centre', async () => {
    expect(
      await mutate(
        'changeWindow',
        { windowId: window, name: 'x', type: 'PERMANENT', departmentIds: [department] },
        stranger,
      ),
    ).toMatchObject({
      code: 'NotAuthorized',
      message: 'The window belongs to another centre, which does this.',
    });
  });

  it('posts qualified staff and appoints one chief representative per window (002:108)', async () => {
    const person = { homeDepartmentId: department, formallyEmployed: true };
    await mutate('registerStaffMember', {
      ...person,
      name: '示例甲',
      badgeNumber: 'B-001',
      rankLevel: 'SECTION_LEVEL',
    });
    await mutate('registerStaffMember', {
      ...person,
      name: '示例乙',
      badgeNumber: 'B-002',
      rankLevel: 'DIVISION_LEVEL',
    });
    expect(
      await mutate('postStaffMember', { staffMemberId: chief, windowId: window, post: '首席代表' }),
    ).toMatchObject({
      code: 'NotQualified',
    });
    for (const staffMemberId of [chief, clerk]) {
      await mutate('recordQualification', { staffMemberId, course: '岗前培训' });
      expect(
        await mutate('postStaffMember', { staffMemberId, windowId: window, post: '受理岗' }),
      ).toMatchObject({
        __typename: 'PostStaffMemberSuccess',
      });
    }
    expect(await mutate('appointChiefRepresentative', { staffMemberId: chief })).toMatchObject({
      __typename: 'AppointChiefRepresentativeSuccess',
    });
    expect(await mutate('appointChiefRepresentative', { staffMemberId: clerk })).toMatchObject({
      ...{ code: 'AlreadyExists', fact: 'chiefRepresentative', id: chief },
    });
  });

  it('hands the seal only to the chief representative (002:104)', async () => {
    const sealId = idFromCode('approval-seal', 'Z-01');
    await mutate('registerSeal', { code: 'Z-01', departmentId: department });
    expect(await mutate('transferSealCustody', { sealId, custodianId: clerk })).toMatchObject({
      code: 'NotChiefRepresentative',
      rule: '002:104',
    });
    expect(await mutate('transferSealCustody', { sealId, custodianId: chief })).toMatchObject({
      __typename: 'TransferSealCustodySuccess',
    });
  });

  it('shows a window with its people in one query', async () => {
    const { data, errors } = await execute(
      `query ($id: ID!) { window(id: $id) { number status departments { name region { code } } staff { name onPost }
         chiefRepresentative { name rankLevel homeDepartment { codes } } availableActions centre { name windows { totalCount } } } }`,
      { id: window },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      window: {
        number: 'A01',
        status: 'OPEN',
        departments: [{ name: '区人社局', region: { code: '511602' } }],
        staff: [
          { name: '示例甲', onPost: true },
          { name: '示例乙', onPost: true },
        ].sort(() => (chief < clerk ? 0 : -1)),
        chiefRepresentative: {
          name: '示例甲',
          rankLevel: 'SECTION_LEVEL',
          homeDepartment: { codes: ['D-1', 'D-1_5143', 'D-1_6918'] },
        },
        availableActions: ['CHANGE', 'CLOSE'],
        centre: { name: '示例区政务服务中心', windows: { totalCount: 1 } },
      },
    });
  });

  it('names the fields of an input that can not be right', async () => {
    const query = `mutation { registerRegion(input: { code: "51x", name: " " }) { ... on InvalidInput { fields { path } } } }`;
    const { data } = await execute(query, {});
    expect(data).toEqual({ registerRegion: { fields: [{ path: 'code' }, { path: 'name' }] } });
  });

  it('forbids citizens to manage, and shows them no letter and no seal by any path', async () => {
    const { errors } = await execute(
      `mutation { registerRegion(input: { code: "511603", name: "x" }) { __typename } }`,
      {},
      citizen,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const id = idFromCode('approval-seal', 'Z-01');
    const entity = await execute(
      `query ($id: ID!) { _entities(representations: [{ __typename: "ApprovalSeal", id: $id }]) { ... on ApprovalSeal { code } } }`,
      { id },
      citizen,
    );
    // An edge may lead him here: what he may not see is not there, and no error spoils his page.
    expect(entity).toEqual({ data: { _entities: [null] } });
  });

  it('takes no reference to what is not there', async () => {
    const [nowhere, name] = [randomUUID(), '示例'];
    const lost: Viewer = { ...manager, id: 'manager-3', centre: nowhere };
    const refused = { code: 'NotFound' };
    const entering = { departmentId: idFromCode('department', 'D-2') };
    expect(await mutate('enterDepartment', entering, lost)).toMatchObject(refused);
    expect(await mutate('enterDepartment', { departmentId: nowhere })).toMatchObject(refused);
    const region = { code: '511699', name, parentId: nowhere };
    expect(await mutate('registerRegion', region)).toMatchObject(refused);
    const centre = { code: 'C-8', name, regionId, level: 'TOWNSHIP_STREET' };
    expect(await mutate('registerCentre', { ...centre, superiorCentreId: nowhere })).toMatchObject(
      refused,
    );
    const parts = { departmentIds: [nowhere], type: 'PERMANENT', name };
    expect(await mutate('openWindow', { ...parts, number: 'X' })).toMatchObject(refused);
    expect(await mutate('changeWindow', { ...parts, windowId: window })).toMatchObject(refused);
    expect(await mutate('registerSeal', { code: 'Z-9', departmentId: nowhere })).toMatchObject(
      refused,
    );
    // And takes the same where it leads somewhere.
    expect(
      await mutate('registerRegion', { code: '51160201', name, parentId: regionId }),
    ).toMatchObject({ __typename: 'RegisterRegionSuccess' });
    expect(await mutate('registerCentre', { ...centre, superiorCentreId: centreId })).toMatchObject(
      { __typename: 'RegisterCentreSuccess' },
    );
  });

  it.each([1, 10, 100])('costs the same number of Mongo commands for %i windows', async (count) => {
    for (let index = 0; index < count; index++) {
      await mutate('openWindow', {
        number: `N${count}-${index}`,
        name: '窗口',
        type: 'PERMANENT',
        departmentIds: [department],
      });
    }
    const ids = Array.from({ length: count }, (_, index) =>
      idFromCode('window', `${centreId}/N${count}-${index}`),
    );
    const representations = ids.map((id) => ({ __typename: 'Window', id }));
    const cost = await service.costOf(() =>
      execute(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Window { name centre { name } departments { name } chiefRepresentative { name } } } }`,
        { representations },
      ),
    );
    expect(cost).toBe(4);
  });
});
