import { randomUUID } from 'node:crypto';
import type { Viewer } from '@onewindow/identity';
import { idFromCode } from '@onewindow/persistence';
import { mutated, regionId, startWindows } from './running-windows.ts';

const centre = idFromCode('centre', 'C-1');
const department = idFromCode('department', 'D-1');
const window = idFromCode('window', `${centre}/A01`);
const manager: Viewer = {
  id: 'manager-1',
  kind: 'STAFF',
  scopes: new Set(['windows:manage']),
  centre,
  region: regionId,
};
const stranger: Viewer = { ...manager, id: 'manager-2', centre: idFromCode('centre', 'C-2') };

let service: Awaited<ReturnType<typeof startWindows>>;
const mutate = (name: string, input: object, viewer = manager) =>
  mutated(service, viewer, { name, input });

beforeAll(async () => {
  service = await startWindows();
  const [name, regionCode] = ['示例', '511602'];
  await mutate('registerRegion', { code: regionCode, name });
  await mutate('registerCentre', { code: 'C-1', name, regionId, level: 'DISTRICT_COUNTY' });
  const departments = [{ name, codes: ['D-1'], regionCode }];
  await mutate('registerDepartments', { commandId: randomUUID(), departments });
  const opening = { number: 'A01', name, type: 'PERMANENT', departmentIds: [department] };
  await mutate('openWindow', opening);
});
afterAll(() => service.stop());

it('tells nobody without the right what a repetition or a version would tell him', async () => {
  const [commandId, input] = [randomUUID(), { windowId: window }];
  await mutate('closeWindow', { ...input, commandId });
  await mutate('reopenWindow', input);
  // The same commandId, then an old version: the manager is told, the stranger only that it is not his.
  expect(await mutate('closeWindow', { ...input, commandId })).toMatchObject({
    __typename: 'CloseWindowSuccess',
  });
  const stale = { ...input, expectedVersion: 1 };
  expect(await mutate('closeWindow', stale)).toMatchObject({ code: 'Conflict' });
  for (const asked of [{ ...input, commandId }, stale]) {
    expect(await mutate('closeWindow', asked, stranger)).toMatchObject({ code: 'NotAuthorized' });
  }
  const { centre: _, ...ofNoCentre } = stranger;
  expect(await mutate('closeWindow', stale, ofNoCentre)).toMatchObject({
    message: 'Your sign-in names no centre: this is done by the staff of one.',
  });
});

it('opens no window for a day of the year 9999, and says from when to when', async () => {
  const opening = { number: 'A99', name: '示例', type: 'PERIODIC', departmentIds: [department] };
  expect(await mutate('openWindow', { ...opening, serviceDates: ['9999-12-31'] })).toMatchObject({
    code: 'InvalidInput',
  });
  const taken = await mutate('openWindow', { ...opening, serviceDates: ['2026-10-09'] });
  expect(taken).toMatchObject({ __typename: 'OpenWindowSuccess' });
});

it('offers what may be done to the manager of the centre, and nothing to others', async () => {
  const offered = async (viewer: Viewer) => {
    const query = `query ($id: ID!) { window(id: $id) { availableActions } }`;
    const { data } = await service.operate(viewer, query, { id: window });
    return (data as { readonly window: { readonly availableActions: unknown } }).window
      .availableActions;
  };
  expect(await offered(manager)).toEqual(['CHANGE', 'CLOSE']);
  expect(await offered(stranger)).toEqual([]);
  expect(await offered({ ...manager, scopes: new Set(['cases:handle']) })).toEqual([]);
});

describe('a manager registers in his own region and its parts, a program anywhere', () => {
  const program: Viewer = { id: 'importer', kind: 'SERVICE', scopes: new Set(['windows:manage']) };
  const { region: _, ...ofNoRegion } = manager;
  const elsewhere = idFromCode('region', '330100');
  const unique = () => randomUUID().slice(0, 8);
  const whyNot = { code: 'NotAuthorized', rule: '002:159' };

  beforeAll(async () => {
    for (const code of ['510000', '330100'])
      await mutate('registerRegion', { code, name: code }, program);
    await mutate('registerRegion', { code: '511602001', name: '街道', parentId: regionId });
    const township = { name: '街道中心', level: 'TOWNSHIP_STREET' };
    const part = idFromCode('region', '511602001');
    await mutate('registerCentre', { ...township, code: 'C-1-1', regionId: part });
    await mutate('registerCentre', { ...township, code: 'C-33', regionId: elsewhere }, program);
  });

  it.each([
    ['a part of his', () => ({ code: '511602002', name: '二', parentId: regionId }), undefined],
    [
      'a part of a part',
      () => ({ code: '511602001001', name: '村', parentId: idFromCode('region', '511602001') }),
      undefined,
    ],
    ['another top', () => ({ code: '440100', name: '外' }), whyNot],
    ['a part of another', () => ({ code: '330102', name: '外', parentId: elsewhere }), whyNot],
    [
      'one above, with his in it',
      () => ({ code: '511600', name: '上', parentId: idFromCode('region', '510000') }),
      whyNot,
    ],
    [
      'a code of elsewhere as a part of his',
      () => ({ code: '330106', name: '外', parentId: regionId }),
      { code: 'NotAuthorized', rule: 'GB/T 2260' },
    ],
  ])('region: %s', async (_what, input, refusal) => {
    expect(await mutate('registerRegion', input())).toMatchObject(
      refusal ?? { __typename: 'RegisterRegionSuccess' },
    );
    expect(await mutate('registerRegion', input(), ofNoRegion)).toMatchObject({
      code: 'NotAuthorized',
      message: 'Your sign-in names no region: this is done by who manages one.',
    });
    expect(await mutate('registerRegion', input(), program)).toMatchObject({
      __typename: 'RegisterRegionSuccess',
    });
  });

  it.each([
    ['his own region', { regionId }, true],
    ['a part of it', { regionId: idFromCode('region', '511602001') }, true],
    ['a part, under his centre', { regionId, superiorCentreId: centre }, true],
    ['another region', { regionId: elsewhere }, false],
    [
      'his own, under a centre elsewhere',
      { regionId, superiorCentreId: idFromCode('centre', 'C-33') },
      false,
    ],
  ])('centre: in %s', async (_what, place, taken) => {
    const input = { ...place, name: '中心', level: 'VILLAGE_COMMUNITY' };
    expect(await mutate('registerCentre', { ...input, code: unique() })).toMatchObject(
      taken ? { __typename: 'RegisterCentreSuccess' } : whyNot,
    );
    expect(await mutate('registerCentre', { ...input, code: unique() }, program)).toMatchObject({
      __typename: 'RegisterCentreSuccess',
    });
  });

  it.each([
    ['his own region', '511602', true],
    ['a part of it', '511602001', true],
    ['another region', '330100', false],
    ['a region that nobody knows yet', '220000', false],
  ])('department: of %s', async (_what, regionCode, taken) => {
    const code = unique();
    const query = `mutation ($input: RegisterDepartmentsInput!) { registerDepartments(input: $input) {
      ... on RegisterDepartmentsSuccess { outcomes { outcome reason } } } }`;
    const outcomes = async (viewer: Viewer, name: string, said = regionCode) => {
      const departments = [{ name, codes: [code], regionCode: said }];
      const { data } = await service.operate(viewer, query, {
        input: { commandId: randomUUID(), departments },
      });
      return data?.['registerDepartments'];
    };
    const refused = { outcome: 'REFUSED', reason: 'The department’s region is no part of yours.' };
    expect(await outcomes(manager, '部门')).toEqual({
      outcomes: [taken ? { outcome: 'REGISTERED', reason: null } : refused],
    });
    expect(await outcomes(program, '部门')).toEqual({
      outcomes: [{ outcome: taken ? 'UNCHANGED' : 'REGISTERED', reason: null }],
    });
    // One that is known is not renamed from elsewhere either, whichever region the manager says it has.
    expect(await outcomes({ ...manager, region: elsewhere }, '改名', '330100')).toMatchObject({
      outcomes: [{ outcome: regionCode === '330100' ? 'CHANGED' : 'REFUSED' }],
    });
  });

  it.each([
    ['his own region', '511602', true],
    ['a part of it', '511602001', true],
    ['one above (002:163)', '510000', true],
    ['another', '330100', false],
  ])('takes in a department of %s', async (_what, regionCode, taken) => {
    const code = unique();
    const departments = [{ name: '进驻', codes: [code], regionCode }];
    await mutate('registerDepartments', { commandId: randomUUID(), departments }, program);
    const entering = { departmentId: idFromCode('department', code.toUpperCase()) };
    expect(await mutate('enterDepartment', entering)).toMatchObject(
      taken ? { __typename: 'EnterDepartmentSuccess' } : whyNot,
    );
  });
});
