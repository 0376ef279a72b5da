import {
  caseApproved,
  itemEntered,
  itemPublished,
  itemRegistered,
  type CaseSnapshot,
  type ItemSnapshot,
} from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import { idFromCode, newId } from '@onewindow/persistence';
import { query, until } from '@onewindow/service/testing';
import { regionId, startWindows } from './running-windows.ts';

const centre = idFromCode('centre', 'C-1');
const department = idFromCode('department', 'D-1');
const window = idFromCode('window', `${centre}/A01`);
const chief = idFromCode('staff-member', 'B-001');
const seal = idFromCode('approval-seal', 'Z-01');
const manager: Viewer = {
  ...{ id: 'manager-1', kind: 'STAFF', centre, region: regionId },
  scopes: new Set(['windows:manage'] as const),
};

let windows: Awaited<ReturnType<typeof startWindows>>;
beforeAll(async () => {
  windows = await startWindows();
  await mutate('registerRegion', { code: '511602', name: '示例区' });
  const place = { code: 'C-1', name: '示例区政务服务中心', regionId, level: 'DISTRICT_COUNTY' };
  await mutate('registerCentre', place);
  const departments = [{ name: '区人社局', regionCode: '511602', codes: ['D-1'] }];
  await mutate('registerDepartments', { commandId: newId(), departments });
  await mutate('enterDepartment', { departmentId: department });
  const opening = { number: 'A01', name: '人社窗口', type: 'PERMANENT' };
  await mutate('openWindow', { ...opening, departmentIds: [department] });
  const person = { homeDepartmentId: department, formallyEmployed: true, name: '示例甲' };
  await mutate('registerStaffMember', {
    ...person,
    badgeNumber: 'B-001',
    rankLevel: 'DIVISION_LEVEL',
  });
  await mutate('recordQualification', { staffMemberId: chief, course: '岗前培训' });
  await mutate('postStaffMember', { staffMemberId: chief, windowId: window, post: '受理岗' });
  await mutate('registerSeal', { code: 'Z-01', departmentId: department });
});
afterAll(() => windows.stop());

const mutate = async (name: string, input: object) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const mutation = query<{ readonly answer: { readonly __typename: string } }>(
    `mutation ($input: ${type}Input!) { answer: ${name}(input: $input) { __typename } }`,
  );
  const { answer } = await windows.ask(manager, mutation, { input });
  return answer.__typename;
};

describe('a letter covers what items have told (X01)', () => {
  const item: ItemSnapshot = {
    ...{ id: newId(), code: '511A01', name: '食品经营许可', region: regionId, department },
    ...{ centre: null, kind: 'ADMIN_LICENCE', handlingMode: 'COMMITTED', status: 'PUBLISHED' },
    ...{ revision: 1, statutoryLimit: null, committedLimit: null, materials: [] },
    ...{ specialProcedures: [], resultName: null },
  };
  const oldId = '0192a000-0000-7000-8000-000000000001';
  const grant = (documentNumber: string, itemId = item.id) =>
    mutate('grantAuthorization', {
      ...{ documentNumber, delegateId: chief, itemIds: [itemId], powers: ['ACCEPT'] },
    });

  /** By its id to whom the department's list shows it, and null to the others with the same scopes. */
  const seenByRoot = async (documentNumber: string) => {
    const letter = query<{ readonly authorizationLetter: object | null }>(
      'query ($id: ID!) { authorizationLetter(id: $id) { documentNumber } }',
    );
    const id = idFromCode('authorization-letter', documentNumber);
    for (const scope of ['supervision:handle', 'cases:decide'] as const) {
      const viewer: Viewer = { id: scope, kind: 'STAFF', scopes: new Set([scope]) };
      const within = { ...viewer, department, region: regionId };
      const beyond = { ...viewer, department: newId(), region: newId() };
      const seen = await windows.ask(within, letter, { id });
      expect(seen).toEqual({ authorizationLetter: { documentNumber } });
      expect(await windows.ask(beyond, letter, { id })).toEqual({ authorizationLetter: null });
    }
  };

  it('an item that nobody has told of is not there', async () => {
    expect(await grant('W-0', oldId)).toBe('NotFound');
    // It may have been made just now, and the news be on its way.
    expect(await grant('W-0')).toBe('NotYetKnown');
  });

  it('another department’s draft is answered like one that nobody has told of', async () => {
    const draft = { ...item, status: 'IDENTIFIED', department: idFromCode('department', 'D-2') };
    const [young, old] = [newId(), oldId.replace('000000000001', '000000000002')];
    for (const id of [young, old]) {
      await windows.neighbour('items').tells(itemRegistered, { ...draft, id }, { version: 1 });
    }
    const rows = windows.database.collection<{ _id: string }>('items');
    await until(async () => (await rows.countDocuments({ _id: { $in: [young, old] } })) === 2);
    expect(await grant('W-0', young)).toBe('NotYetKnown');
    expect(await grant('W-0', old)).toBe('NotFound');
  });

  it('an item of the delegate’s department is covered, and of another’s no longer', async () => {
    const items = windows.neighbour('items');
    const elsewhere = idFromCode('department', 'D-2');
    await items.tells(itemPublished, item, { version: 2 });
    const documentNumber = newId();
    await until(async () => (await grant(documentNumber)) === 'GrantAuthorizationSuccess');
    await seenByRoot(documentNumber);
    await items.tells(itemEntered, { ...item, department: elsewhere }, { version: 3 });
    await until(async () => (await grant(newId())) === 'ItemsOfAnotherDepartment');
  });

  it('what is told late changes nothing', async () => {
    const items = windows.neighbour('items');
    await items.tells(itemPublished, item, { version: 1 });
    const last = { ...item, id: newId() };
    await items.tells(itemPublished, last, { version: 1 });
    const rows = windows.database.collection<{ _id: string }>('items');
    await until(async () => (await rows.countDocuments({ _id: last.id })) === 1);
    expect(await grant('W-9')).toBe('ItemsOfAnotherDepartment');
  });
});

describe('a decision', () => {
  const decided: CaseSnapshot = {
    ...{ id: newId(), status: 'APPROVED', kind: 'COMMITTED', receiptNumber: null },
    ...{ item: newId(), itemRevision: 1, region: regionId, centre, department, window },
    ...{ handler: chief, submittedAt: '2026-09-18T01:00:00.000Z', acceptedAt: null },
    ...{ deemedAccepted: false, deadlines: [], overdue: false, certificateNumber: null },
  };
  const usesOfSeal = query<{
    readonly approvalSeal: {
      readonly uses: { readonly edges: readonly { readonly node: object }[] };
    };
  }>(`query ($id: ID!) { approvalSeal(id: $id) { uses { edges { node {
    usedAt usedBy { id } case { id } } } } } }`);
  const uses = async (viewer = clerk) =>
    (await windows.ask(viewer, usesOfSeal, { id: seal })).approvalSeal.uses.edges;
  /** Manages windows, and sees the cases of his centre as well. */
  const clerk: Viewer = {
    ...manager,
    scopes: new Set(['windows:manage', 'cases:centre'] as const),
  };

  it('is one use of its seal, however often it is told (X14, 002:104)', async () => {
    const cases = windows.neighbour('cases');
    const happened = { seal, decidedBy: chief };
    const told = await cases.tells(caseApproved, decided, {
      ...{ happened, time: '2026-09-18T02:00:00.000Z' },
    });
    await cases.repeats(told);
    const another = { ...decided, id: newId() };
    await cases.tells(caseApproved, another, { happened, time: '2026-09-18T03:00:00.000Z' });
    await until(async () => (await uses()).length >= 2);
    expect((await uses()).map(({ node }) => node)).toEqual([
      {
        ...{ usedAt: '2026-09-18T11:00:00.000+08:00', usedBy: { id: chief } },
        case: { id: another.id },
      },
      {
        ...{ usedAt: '2026-09-18T10:00:00.000+08:00', usedBy: { id: chief } },
        case: { id: decided.id },
      },
    ]);
    // Who answers for the seal and does not see the cases is told of its uses, and of no case.
    expect((await uses(manager)).map(({ node }) => node)).toMatchObject([
      { usedBy: { id: chief }, case: null },
      { usedBy: { id: chief }, case: null },
    ]);
    // Who keeps the seal as well, from when he keeps it; a colleague is not told.
    const decider = (staffId: string): Viewer => ({
      ...{ id: `decider-${staffId}`, kind: 'STAFF', department, staffId },
      scopes: new Set(['cases:decide'] as const),
    });
    const toldOf = async (staffId: string) =>
      (await windows.ask(decider(staffId), usesOfSeal, { id: seal })).approvalSeal.uses;
    expect(await toldOf(chief)).toBeNull();
    const appointing = { staffMemberId: chief };
    expect(await mutate('appointChiefRepresentative', appointing)).toBe(
      'AppointChiefRepresentativeSuccess',
    );
    expect(await mutate('transferSealCustody', { sealId: seal, custodianId: chief })).toBe(
      'TransferSealCustodySuccess',
    );
    expect((await toldOf(chief)).edges).toHaveLength(2);
    expect(await toldOf(newId())).toBeNull();
  });
});
