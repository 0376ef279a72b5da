import { COUNTERS, SUPERVISOR, type Counter } from './counters.ts';
import type { Graph } from './graph.ts';
import type { LoadedItem } from './load-items.ts';
import { departmentId, sealId, staffId, windowId } from './places.ts';

const persona = 'manager';

/** The people of each window, its chief representative and the seal that the chief keeps (002:104). */
export async function loadStaff(graph: Graph): Promise<void> {
  for (const counter of COUNTERS) {
    const { officer, chief, leader } = counter;
    await register(graph, counter, { ...leader, rankLevel: 'COUNTY_LEVEL' });
    await putInCharge(graph, counter);
    await register(graph, counter, { ...officer, rankLevel: 'SECTION_LEVEL' });
    await post(graph, counter, { badge: officer.badge, post: '受理岗' });
    await register(graph, counter, { ...chief, rankLevel: 'DIVISION_LEVEL' });
    await post(graph, counter, { badge: chief.badge, post: '首席代表' });
    await entrust(graph, counter);
  }
  await register(graph, SUPERVISOR, { ...SUPERVISOR, rankLevel: 'DIVISION_LEVEL' });
}

async function register(
  { command }: Graph,
  { department }: Pick<Counter, 'department'>,
  { badge, name, rankLevel }: Readonly<Record<'badge' | 'name' | 'rankLevel', string>>,
): Promise<void> {
  await command({
    persona,
    mutation: 'registerStaffMember',
    input: {
      commandId: `demo-staff-${badge}`,
      name,
      badgeNumber: badge,
      homeDepartmentId: departmentId(department),
      rankLevel,
      formallyEmployed: true,
    },
  });
}

/** To whom the denials of the department are reported (002:100, 000:14). */
async function putInCharge({ command }: Graph, { department, leader }: Counter): Promise<void> {
  await command({
    persona,
    mutation: 'nameLeaderInCharge',
    input: {
      commandId: `demo-leader-${leader.badge}`,
      departmentId: departmentId(department),
      staffMemberId: staffId(leader.badge),
    },
  });
}

async function post(
  { command }: Graph,
  { window }: Counter,
  { badge, post }: { readonly badge: string; readonly post: string },
): Promise<void> {
  const staffMemberId = staffId(badge);
  await command({
    persona,
    mutation: 'recordQualification',
    input: {
      commandId: `demo-qualified-${badge}`,
      staffMemberId,
      course: '窗口岗前培训（演示）',
    },
  });
  await command({
    persona,
    mutation: 'postStaffMember',
    input: { commandId: `demo-posted-${badge}`, staffMemberId, windowId: windowId(window), post },
  });
}

/** The chief is appointed and gets the seal. */
async function entrust(
  { command }: Graph,
  { department, window, chief, seal }: Counter,
): Promise<void> {
  const staffMemberId = staffId(chief.badge);
  const of = (name: string) => (window === 'A01' ? name : `${name}-${window}`);
  await command({
    persona,
    mutation: 'appointChiefRepresentative',
    input: { commandId: of('demo-chief'), staffMemberId },
  });
  await command({
    persona,
    mutation: 'registerSeal',
    input: { commandId: of('demo-seal'), code: seal, departmentId: departmentId(department) },
  });
  await command({
    persona,
    mutation: 'transferSealCustody',
    input: {
      commandId: of('demo-seal-custody'),
      sealId: sealId(seal),
      custodianId: staffMemberId,
    },
  });
}

/** The letters by which a department lets its people at the window accept, handle, decide and issue (002:37). */
export async function loadLetters({ command }: Graph, items: readonly LoadedItem[]): Promise<void> {
  for (const { department, officer, chief, acceptsOnly } of COUNTERS) {
    const itemIds = items.filter((item) => item.department === department).map(({ id }) => id);
    const letters = [
      { badge: officer.badge, powers: ['ACCEPT', ...(acceptsOnly ? [] : ['HANDLE']), 'ISSUE'] },
      { badge: chief.badge, powers: ['ACCEPT', 'HANDLE', 'DECIDE', 'ISSUE'] },
    ];
    for (const { badge, powers } of letters) {
      await command({
        persona,
        mutation: 'grantAuthorization',
        input: {
          commandId: `demo-letter-${badge}`,
          documentNumber: `演示授权〔2026〕${badge}`,
          delegateId: staffId(badge),
          itemIds,
          powers,
        },
        notYet: ['NotYetKnown', 'NotFound', 'ItemsOfAnotherDepartment'],
      });
    }
  }
}
