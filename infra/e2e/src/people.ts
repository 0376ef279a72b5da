import { createBlindIndex, idFromCode } from '@onewindow/persistence';
import type { Centre } from './centre.ts';

/** Invented people; ID numbers that begin with 99 belong to no region and are invalid by design. */
export const CITIZEN = { sub: 'citizen-1', name: '示例居民', idNumber: '990102199001010018' };
export const NEIGHBOUR = { sub: 'citizen-2', name: '示例邻居', idNumber: '990102199202020026' };

export const REGION = { code: '511602000000', name: '示例区' };
export const CENTRE = { code: 'E2E-01', name: '示例区政务服务中心' };
/** The department of the story, by one of the codes that the catalogue knows it by. */
export const DEPARTMENT_CODE = '115113010087783353';

export const regionId = idFromCode('region', REGION.code);
export const standingRuleId = idFromCode('standing-rule', `CALENDAR/${regionId}`);
export const centreId = idFromCode('centre', CENTRE.code);
export const departmentId = idFromCode('department', DEPARTMENT_CODE);
export const windowId = idFromCode('window', `${centreId}/A01`);
export const sealId = idFromCode('approval-seal', 'E2E-SEAL');
export const officerId = idFromCode('staff-member', 'E-001');
export const chiefId = idFromCode('staff-member', 'E-002');
export const supervisorId = idFromCode('staff-member', 'E-003');

const staff = { kind: 'STAFF', department: departmentId, centre: centreId, region: regionId };

/** The claims of each persona, as an identity provider would put them into a token. */
export const PERSONAS = {
  importer: { sub: 'importer', kind: 'SERVICE', scope: 'items:import windows:manage rules:manage' },
  manager: { ...staff, sub: 'manager', scope: 'windows:manage cases:centre' },
  editor: {
    ...staff,
    sub: 'editor',
    staffId: idFromCode('staff-member', 'E-004'),
    scope: 'items:edit',
  },
  reviewer: {
    ...{ kind: 'STAFF', sub: 'reviewer', scope: 'items:review' },
    staffId: idFromCode('staff-member', 'E-005'),
  },
  officer: { ...staff, sub: 'officer', staffId: officerId, scope: 'cases:handle' },
  chief: { ...staff, sub: 'chief', staffId: chiefId, scope: 'cases:handle cases:decide' },
  supervisor: {
    ...{ ...staff, sub: 'supervisor', staffId: supervisorId },
    scope: 'supervision:handle personal:read',
  },
  stranger: {
    ...staff,
    sub: 'stranger',
    staffId: idFromCode('staff-member', 'X-001'),
    department: idFromCode('department', 'X'),
    centre: idFromCode('centre', 'X'),
    scope: 'cases:handle personal:read',
  },
} as const;
export type Persona = keyof typeof PERSONAS | 'citizen' | 'neighbour';

export async function tokenOf(centre: Centre, persona: Persona): Promise<string> {
  if (persona === 'citizen' || persona === 'neighbour') {
    const { sub, idNumber } = persona === 'citizen' ? CITIZEN : NEIGHBOUR;
    const identityIndex = createBlindIndex(centre.blindIndex.secret)(idNumber);
    return centre.token({ sub, kind: 'NATURAL', scope: '', identityIndex });
  }
  return centre.token(PERSONAS[persona]);
}
