import { randomUUID } from 'node:crypto';
import type { Scope, Viewer } from '@onewindow/identity';
import { idFromCode } from '@onewindow/persistence';
import { mutated, regionId, startWindows } from './running-windows.ts';

const centreId = idFromCode('centre', 'C-1');
const department = idFromCode('department', 'D-1');
const sealId = idFromCode('approval-seal', 'Z-01');
const another = idFromCode('approval-seal', 'Z-02');
const manager: Viewer = {
  id: 'manager-1',
  kind: 'STAFF',
  scopes: new Set(['windows:manage']),
  centre: centreId,
  region: regionId,
};
const stranger: Viewer = { ...manager, id: 'manager-2', centre: idFromCode('centre', 'C-2') };

describe('what the windows subgraph shows', () => {
  let service: Awaited<ReturnType<typeof startWindows>>;
  const execute = (query: string, variables: object, viewer: Viewer = manager) =>
    service.operate(viewer, query, variables);
  const manage = (name: string, input: object, viewer: Viewer = manager) =>
    mutated(service, viewer, { name, input });

  beforeAll(async () => {
    service = await startWindows();
    const [name, regionCode] = ['示例', '511602'];
    await manage('registerRegion', { code: regionCode, name });
    await manage('registerCentre', { code: 'C-1', name, regionId, level: 'DISTRICT_COUNTY' });
    const departments = [{ name, codes: ['D-1'], regionCode }];
    await manage('registerDepartments', { commandId: randomUUID(), departments });
    await manage('enterDepartment', { departmentId: department });
    for (const code of ['Z-02', 'Z-01'])
      await manage('registerSeal', { code, departmentId: department });
    const person = {
      name,
      homeDepartmentId: department,
      rankLevel: 'CLERK',
      formallyEmployed: true,
    };
    for (const badgeNumber of ['B-002', 'B-001'])
      await manage('registerStaffMember', { ...person, badgeNumber });
  });
  afterAll(() => service.stop());

  const other = randomUUID();
  const staff = (scope: Scope, claims: Partial<Viewer>): Viewer => ({
    ...{ id: `${scope}-1`, kind: 'STAFF', scopes: new Set([scope]) },
    ...claims,
  });
  const paths = {
    root: 'query ($id: ID!) { approvalSeal(id: $id) { code } }',
    _entities:
      'query ($id: ID!) { _entities(representations: [{ __typename: "ApprovalSeal", id: $id }]) { ... on ApprovalSeal { code } } }',
  };
  const shownBy = async (path: keyof typeof paths, viewer: Viewer) => {
    const { data, errors } = await execute(paths[path], { id: sealId }, viewer);
    expect(errors).toBeUndefined();
    return JSON.stringify(data).includes('Z-01');
  };

  it.each([
    ['staff of its department', staff('cases:handle', { department })],
    ['the manager of its centre', manager],
    ['the supervisor of its region', staff('supervision:handle', { region: regionId })],
  ])('shows the seal to %s by each path', async (_, viewer) => {
    expect(await shownBy('root', viewer)).toBe(true);
    expect(await shownBy('_entities', viewer)).toBe(true);
  });

  it.each([
    ['staff of another department', staff('cases:handle', { department: other })],
    ['the manager of another centre', stranger],
    ['the supervisor of another region', staff('supervision:handle', { region: other })],
    ['an importing program', { ...manager, kind: 'SERVICE' } satisfies Viewer],
  ])('shows no seal to %s by any path', async (_, viewer) => {
    expect(await shownBy('root', viewer)).toBe(false);
    expect(await shownBy('_entities', viewer)).toBe(false);
  });

  const ofDepartment = async (viewer: Viewer) => {
    const query = `query ($id: ID!) { department(id: $id) { name
      seals { edges { node { id code } } }
      authorizationLetters { edges { node { documentNumber } } }
      staff(first: 1) { edges { node { badgeNumber onPost } } pageInfo { hasNextPage } } } }`;
    const { data, errors } = await execute(query, { id: department }, viewer);
    expect(errors).toBeUndefined();
    return data?.['department'];
  };

  it.each([
    ['the chief of the department', staff('cases:decide', { department })],
    ['staff of the department', staff('cases:handle', { department })],
    ['the manager of its centre', manager],
    ['the supervisor of its region', staff('supervision:handle', { region: regionId })],
  ])('finds the seals and people of a department for %s', async (_, viewer) => {
    expect(await ofDepartment(viewer)).toEqual({
      name: '示例',
      seals: {
        edges: [{ node: { id: sealId, code: 'Z-01' } }, { node: { id: another, code: 'Z-02' } }],
      },
      authorizationLetters: { edges: [] },
      // By badge number, whoever was registered first; of another department nobody.
      staff: {
        edges: [{ node: { badgeNumber: 'B-001', onPost: false } }],
        pageInfo: { hasNextPage: true },
      },
    });
  });

  it.each([
    ['staff of another department', staff('cases:handle', { department: other })],
    ['the manager of another centre', stranger],
    ['the supervisor of another region', staff('supervision:handle', { region: other })],
    ['an importing program', { ...manager, kind: 'SERVICE' } satisfies Viewer],
    ['a citizen', { id: 'citizen-1', kind: 'NATURAL', scopes: new Set() } satisfies Viewer],
    ['somebody unknown', { id: 'a', kind: 'ANONYMOUS', scopes: new Set() } satisfies Viewer],
  ])('lists none of them, without an error, to %s', async (_, viewer) => {
    const none = { edges: [] };
    expect(await ofDepartment(viewer)).toEqual({
      ...{ name: '示例', seals: none, authorizationLetters: none },
      staff: { ...none, pageInfo: { hasNextPage: false } },
    });
  });

  it('tells what a seal was used for to who answers for seals, and null to who only sees it', async () => {
    const query =
      'query ($id: ID!) { approvalSeal(id: $id) { code uses { edges { node { id } } } } }';
    const uses = (viewer: Viewer) => execute(query, { id: sealId }, viewer);
    const seal = { code: 'Z-01' };
    expect(await uses(manager)).toEqual({
      data: { approvalSeal: { ...seal, uses: { edges: [] } } },
    });
    expect(await uses(staff('cases:handle', { department }))).toEqual({
      data: { approvalSeal: { ...seal, uses: null } },
    });
  });

  it('has none to destroy for the manager of another centre, and one for its own', async () => {
    const destroy = { name: 'destroySeal', input: { sealId, reason: '换章' } };
    expect(await mutated(service, stranger, destroy)).toMatchObject({ code: 'NotFound' });
    const commandId = randomUUID();
    const once = { ...destroy, input: { ...destroy.input, commandId } };
    expect(await mutated(service, manager, once)).toMatchObject({
      __typename: 'DestroySealSuccess',
    });
    // Neither the repetition nor an old version tells a stranger that there is a seal.
    const stale = { ...destroy, input: { ...destroy.input, expectedVersion: 1 } };
    expect(await mutated(service, manager, stale)).toMatchObject({ code: 'Conflict' });
    expect(await mutated(service, stranger, once)).toMatchObject({ code: 'NotFound' });
    expect(await mutated(service, stranger, stale)).toMatchObject({ code: 'NotFound' });
  });

  it('does nothing for a citizen whose token claims the scope', async () => {
    const bold: Viewer = { ...manager, id: 'citizen-2', kind: 'NATURAL' };
    const { errors } = await execute(
      'mutation ($input: DestroySealInput!) { destroySeal(input: $input) { __typename } }',
      { input: { sealId, reason: 'x' } },
      bold,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect(await shownBy('root', manager)).toBe(true);
  });

  it('costs the same number of Mongo commands for the windows of 1, 10 and 50 centres', async () => {
    const costOf = async (count: number) => {
      const codes = Array.from({ length: count }, (_, index) => `M${count}-${index}`);
      for (const code of codes) {
        await manage('registerCentre', { code, name: code, regionId, level: 'VILLAGE_COMMUNITY' });
        const there: Viewer = { ...manager, centre: idFromCode('centre', code) };
        const shape = { type: 'PERMANENT', departmentIds: [department] };
        for (const number of ['1', '2', '3']) {
          await manage('openWindow', { ...shape, number, name: code }, there);
        }
      }
      const representations = codes.map((code) => ({
        ...{ __typename: 'ServiceCentre', id: idFromCode('centre', code) },
      }));
      const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on ServiceCentre { name windows(first: 2) { totalCount edges { node { number name } } } } } }`;
      let answer: Awaited<ReturnType<typeof execute>> | undefined;
      const cost = await service.costOf(async () => {
        answer = await execute(query, { representations });
      });
      const edges = ['1', '2'];
      expect(answer?.data?.['_entities']).toEqual(
        codes.map((name) => ({
          name,
          windows: {
            totalCount: 3,
            edges: edges.map((number) => ({ node: { number, name } })),
          },
        })),
      );
      return cost;
    };
    const one = await costOf(1);
    expect(one).toBeGreaterThan(0);
    expect(await costOf(10)).toBe(one);
    expect(await costOf(50)).toBe(one);
  });
});
