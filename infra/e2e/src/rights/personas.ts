import type { Viewer, ViewerClaims } from '@onewindow/identity';
import { viewerFromClaims } from '@onewindow/identity';
import { createBlindIndex, idFromCode } from '@onewindow/persistence';
import {
  centreId,
  CITIZEN,
  departmentId,
  NEIGHBOUR,
  officerId,
  regionId,
  supervisorId,
} from '../people.ts';

const elsewhere = {
  department: idFromCode('department', 'X'),
  centre: idFromCode('centre', 'X'),
  region: idFromCode('region', '999999'),
};
const here = { department: departmentId, centre: centreId, region: regionId };
const staff = { ...here, kind: 'STAFF' } as const;
const of = (name: string) => idFromCode('staff-member', name);

/** Every scope that there is for staff of a hall: what a citizen's token may wrongly claim. */
const EVERY_SCOPE =
  'items:edit items:review items:import windows:manage rules:manage cases:handle cases:decide cases:centre ' +
  'supervision:handle disclosure:edit disclosure:review personal:read records:erase statistics:read platform:operate';

/**
 * Who asks for everything in the rights matrix; the columns of `policy/sights.tsv` and
 * `policy/mutations.tsv` are named by these. `identity` is the ID number or credit code that was verified.
 */
export const ASKERS = {
  anonymous: { kind: 'ANONYMOUS', sub: 'anonymous:matrix', scope: '' },
  citizen: { kind: 'NATURAL', sub: CITIZEN.sub, scope: '', identity: CITIZEN.idNumber },
  neighbour: { kind: 'NATURAL', sub: NEIGHBOUR.sub, scope: '', identity: NEIGHBOUR.idNumber },
  company: { kind: 'LEGAL', sub: 'company-1', scope: '', identity: '91990000MA0000000X' },
  boldCitizen: { ...here, kind: 'NATURAL', sub: 'bold', staffId: officerId, scope: EVERY_SCOPE },
  officer: { ...staff, sub: 'officer', staffId: officerId, scope: 'cases:handle' },
  decider: { ...staff, sub: 'decider', staffId: of('E-009'), scope: 'cases:decide' },
  noStaffId: { ...staff, sub: 'nobody-known', scope: 'cases:handle supervision:handle' },
  reader: { ...staff, sub: 'reader', staffId: of('E-010'), scope: 'cases:handle personal:read' },
  otherDepartment: {
    ...{ ...staff, department: elsewhere.department, sub: 'other-department' },
    ...{ staffId: of('X-001'), scope: 'cases:handle cases:decide personal:read' },
  },
  otherCentre: {
    ...{ kind: 'STAFF', ...elsewhere, sub: 'other-centre', staffId: of('X-002') },
    scope: 'cases:handle cases:centre windows:manage rules:manage personal:read',
  },
  // Who runs a centre may read personal data where it is his task: applicants’ is not.
  manager: {
    ...{ ...staff, sub: 'manager', staffId: of('E-011') },
    scope: 'windows:manage rules:manage cases:centre personal:read',
  },
  supervisor: {
    ...{ ...staff, sub: 'supervisor', staffId: supervisorId },
    // He keeps the records as well.
    scope: 'supervision:handle personal:read records:erase',
  },
  otherSupervisor: {
    ...{ kind: 'STAFF', ...elsewhere, sub: 'other-supervisor', staffId: of('X-003') },
    scope: 'supervision:handle personal:read',
  },
  analyst: { ...staff, sub: 'analyst', staffId: of('E-012'), scope: 'statistics:read' },
  editor: { ...staff, sub: 'editor', scope: 'items:edit disclosure:edit', staffId: of('E-013') },
  reviewer: {
    ...{ ...staff, sub: 'reviewer', staffId: of('E-014') },
    scope: 'items:review disclosure:review',
  },
  otherEditor: {
    ...{ kind: 'STAFF', ...elsewhere, sub: 'other-editor', staffId: of('X-004') },
    scope: 'items:edit disclosure:edit disclosure:review',
  },
  importer: { kind: 'SERVICE', sub: 'importer', scope: 'items:import windows:manage rules:manage' },
  operator: { ...staff, sub: 'operator', staffId: of('E-015'), scope: 'platform:operate' },
} as const satisfies Readonly<Record<string, ViewerClaims & { readonly identity?: string }>>;

export type Asker = keyof typeof ASKERS;
export const ASKER_NAMES = Object.keys(ASKERS) as readonly Asker[];

/** What the gateway would say of him to a subgraph. */
export function claimsOf(asker: Asker, blindIndex: { readonly secret: string }): ViewerClaims {
  const { identity, ...claims }: ViewerClaims & { readonly identity?: string } = ASKERS[asker];
  if (identity === undefined) return claims;
  return { ...claims, identityIndex: createBlindIndex(blindIndex.secret)(identity) };
}

/** Him as rights see him, without his identity. */
export function viewerOf(asker: Asker): Viewer {
  const viewer = viewerFromClaims({ ...ASKERS[asker] });
  if (!viewer) throw new Error(`${asker} has claims that are none.`);
  return viewer;
}
