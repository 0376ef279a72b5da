import { randomUUID } from 'node:crypto';
import type { Scope, Viewer } from '@onewindow/identity';
import { idFromCode } from '@onewindow/persistence';
import { mutated, regionId, startWindows } from './running-windows.ts';

const centre = idFromCode('centre', 'C-1');
const department = idFromCode('department', 'D-1');
const windowId = idFromCode('window', `${centre}/A01`);
const [posted, unposted] = ['B-001', 'B-002'].map((badge) => idFromCode('staff-member', badge));
const elsewhere = randomUUID();
const staff = (scope: Scope, claims: Partial<Viewer> = {}): Viewer => ({
  ...{ id: `${scope}-1`, kind: 'STAFF', scopes: new Set([scope]) },
  ...claims,
});
const manager = staff('windows:manage', { centre, region: regionId });

const readers: readonly (readonly [string, Viewer])[] = [
  ['the manager of his centre', manager],
  ['a colleague of his department', staff('cases:handle', { department })],
  ['who supervises his centre', staff('supervision:handle', { centre })],
  ['who supervises his region', staff('supervision:handle', { region: regionId })],
];
const strangers: readonly (readonly [string, Viewer])[] = [
  ['somebody unknown', { id: 'a', kind: 'ANONYMOUS', scopes: new Set() }],
  ['a citizen', { id: 'c', kind: 'NATURAL', scopes: new Set() }],
  ['a program', { ...manager, kind: 'SERVICE' }],
  ['staff of another department', staff('cases:decide', { centre, department: elsewhere })],
  ['the manager of another centre', staff('windows:manage', { centre: elsewhere })],
  ['who supervises elsewhere', staff('supervision:handle', { region: elsewhere })],
];

describe('who sees a member of staff', () => {
  let service: Awaited<ReturnType<typeof startWindows>>;
  beforeAll(async () => {
    service = await startWindows();
    const done = async (name: string, input: object) => {
      const answer = await mutated(service, manager, { name, input });
      if (name !== 'registerDepartments') expect(answer?.__typename).toMatch(/Success$/u);
    };
    const [name, regionCode] = ['示例', '511602'];
    await done('registerRegion', { code: regionCode, name });
    await done('registerCentre', { code: 'C-1', name, regionId, level: 'DISTRICT_COUNTY' });
    const departments = [{ name, codes: ['D-1'], regionCode }];
    await done('registerDepartments', { commandId: randomUUID(), departments });
    await done('enterDepartment', { departmentId: department });
    const window = { number: 'A01', name, type: 'PERMANENT', departmentIds: [department] };
    await done('openWindow', window);
    const person = { name, homeDepartmentId: department, rankLevel: 'SECTION_LEVEL' };
    for (const badgeNumber of ['B-001', 'B-002']) {
      await done('registerStaffMember', { ...person, badgeNumber, formallyEmployed: true });
    }
    await done('recordQualification', { staffMemberId: posted, course: '岗前培训' });
    await done('postStaffMember', { staffMemberId: posted, windowId, post: '受理岗' });
  });
  afterAll(() => service.stop());

  const FIELDS = 'name badgeNumber status rankLevel formallyEmployed qualified postedSince';
  const byId = async (id: string | undefined, viewer: Viewer) => {
    const query = `query ($id: ID!) { staffMember(id: $id) { ${FIELDS} } }`;
    const { data, errors } = await service.operate(viewer, query, { id });
    expect(errors).toBeUndefined();
    return data?.['staffMember'];
  };
  const plate = { name: '示例', badgeNumber: 'B-001', status: 'ON_POST' };
  const none = { rankLevel: null, formallyEmployed: null, qualified: null, postedSince: null };

  it.each(readers)('shows his record, on post or not, to %s', async (_, viewer) => {
    const record = { rankLevel: 'SECTION_LEVEL', formallyEmployed: true };
    const postedSince = '2026-09-18T09:30:00.000+08:00';
    expect(await byId(posted, viewer)).toEqual({
      ...plate,
      ...{ ...record, qualified: true, postedSince },
    });
    expect(await byId(unposted, viewer)).toMatchObject({ ...record, status: 'NOT_POSTED' });
  });

  it('shows his record to himself, whatever he may do', async () => {
    const himself = staff('items:edit', { staffId: unposted ?? '' });
    expect(await byId(unposted, himself)).toMatchObject({ rankLevel: 'SECTION_LEVEL' });
    expect(await byId(posted, himself)).toEqual({ ...plate, ...none });
  });

  it.each(strangers)('shows the plate of who serves, and nobody else, to %s', async (_, viewer) => {
    expect(await byId(posted, viewer)).toEqual({ ...plate, ...none });
    expect(await byId(unposted, viewer)).toBeNull();
  });

  it.each(strangers)('hides the record also where a row names him, from %s', async (_, viewer) => {
    const query = `query ($entities: [_Any!]!) { _entities(representations: $entities) {
      ... on StaffMember { name rankLevel formallyEmployed qualified postedSince } } }`;
    const entities = [posted, unposted].map((id) => ({ __typename: 'StaffMember', id }));
    const { data, errors } = await service.operate(viewer, query, { entities });
    expect(errors).toBeUndefined();
    const seen = { name: '示例', ...none };
    expect(data?.['_entities']).toEqual([seen, seen]);
  });

  it('tells who did it what he did', async () => {
    const query = `mutation ($input: RecordQualificationInput!) { recordQualification(input: $input) {
      ... on RecordQualificationSuccess { staffMember { qualified rankLevel } } } }`;
    const input = { staffMemberId: unposted, course: '岗前培训' };
    const { data } = await service.operate(manager, query, { input });
    expect(data?.['recordQualification']).toEqual({
      staffMember: { qualified: true, rankLevel: 'SECTION_LEVEL' },
    });
  });
});
