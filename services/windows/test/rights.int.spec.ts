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
