import { PERSONAS } from '../identity-provider/personas.ts';
import type { Graph } from './graph.ts';
import { departmentId, SEAL, sealId, staffId, windowId } from './places.ts';

const WINDOW = 'A01';
const CHIEF = 'D-002';

/** The window's people, its chief representative and the seal that the chief keeps (002:104). */
export async function loadStaff({ command }: Graph): Promise<void> {
  const persona = 'manager';
  for (const { badge, name, department } of PERSONAS) {
    if (badge === undefined || department === undefined) continue;
    const isChief = badge === CHIEF;
    await command({
      persona,
      mutation: 'registerStaffMember',
      input: {
        commandId: `demo-staff-${badge}`,
        name,
        badgeNumber: badge,
        homeDepartmentId: departmentId(department),
        rankLevel: isChief ? 'DIVISION_LEVEL' : 'SECTION_LEVEL',
        formallyEmployed: true,
      },
    });
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
      input: {
        commandId: `demo-posted-${badge}`,
        staffMemberId,
        windowId: windowId(WINDOW),
        post: isChief ? '首席代表' : '受理岗',
      },
    });
  }
  const staffMemberId = staffId(CHIEF);
  await command({
    persona,
    mutation: 'appointChiefRepresentative',
    input: { commandId: 'demo-chief', staffMemberId },
  });
  await command({
    persona,
    mutation: 'registerSeal',
    input: { commandId: 'demo-seal', ...SEAL, departmentId: departmentId('market') },
  });
  await command({
    persona,
    mutation: 'transferSealCustody',
    input: { commandId: 'demo-seal-custody', sealId, custodianId: staffMemberId },
  });
}

/** The letters by which the department lets its people at the window accept, handle, decide and issue (002:37). */
export async function loadLetters({ command }: Graph, itemIds: readonly string[]): Promise<void> {
  const letters = [
    { badge: 'D-001', powers: ['ACCEPT', 'HANDLE', 'ISSUE'] },
    { badge: CHIEF, powers: ['ACCEPT', 'HANDLE', 'DECIDE', 'ISSUE'] },
  ];
  for (const { badge, powers } of letters) {
    await command({
      persona: 'manager',
      mutation: 'grantAuthorization',
      input: {
        commandId: `demo-letter-${badge}`,
        documentNumber: `演示授权〔2026〕${badge}`,
        delegateId: staffId(badge),
        itemIds,
        powers,
      },
      notYet: ['NotFound', 'ItemsOfAnotherDepartment'],
    });
  }
}
