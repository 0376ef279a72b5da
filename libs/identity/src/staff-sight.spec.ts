import type { Scope } from './scopes.ts';
import { seesPlace, staffSees } from './staff-sight.ts';
import type { Viewer, ViewerKind } from './viewer.ts';

const place = { region: 'r', department: 'd' };
const sees = (viewer: Omit<Viewer, 'id' | 'kind'>, kind: ViewerKind = 'STAFF') =>
  seesPlace({ ...viewer, id: 'v', kind }, place, () => Promise.resolve('c'));
const scopes = (...names: Scope[]) => ({ scopes: new Set(names) });
const everything = { region: 'r', department: 'd', centre: 'c' };

it.each([
  ['who handles cases of the department', { ...scopes('cases:handle'), department: 'd' }],
  ['who decides cases of the department', { ...scopes('cases:decide'), department: 'd' }],
  ['who manages the centre it has entered', { ...scopes('windows:manage'), centre: 'c' }],
  ['who supervises the region', { ...scopes('supervision:handle'), region: 'r' }],
  ['who supervises the centre', { ...scopes('supervision:handle'), centre: 'c' }],
] as const)('%s sees what belongs there', async (_, viewer) => {
  expect(await sees(viewer)).toBe(true);
});

it.each([
  ['who handles cases of another', { ...scopes('cases:handle'), ...everything, department: 'x' }],
  ['who manages another centre', { ...scopes('windows:manage'), ...everything, centre: 'x' }],
  [
    'who supervises elsewhere',
    { ...scopes('supervision:handle'), ...everything, region: 'x', centre: 'x' },
  ],
  ['who manages no centre', { ...scopes('windows:manage'), region: 'r', department: 'd' }],
  ['who handles cases and has no department', { ...scopes('cases:handle'), centre: 'c' }],
  ['who has other scopes', { ...scopes('items:edit', 'platform:operate'), ...everything }],
] as const)('%s sees nothing of it', async (_, viewer) => {
  expect(await sees(viewer)).toBe(false);
});

it.each(['NATURAL', 'LEGAL', 'SERVICE', 'ANONYMOUS'] as const)(
  '%s sees nothing of it, whatever the token says',
  async (kind) => {
    const all = scopes('cases:handle', 'windows:manage', 'supervision:handle');
    expect(await sees({ ...all, ...everything }, kind)).toBe(false);
  },
);

it('a department that has entered no centre is nobody’s who has none', async () => {
  const viewer = { ...scopes('windows:manage', 'supervision:handle'), id: 'v', kind: 'STAFF' };
  expect(await seesPlace(viewer as Viewer, place, () => Promise.resolve(null))).toBe(false);
});

const here = { centre: 'c', department: 'd' };
const seesCase = (viewer: Omit<Viewer, 'id' | 'kind'>, kind: ViewerKind = 'STAFF') =>
  staffSees({ ...viewer, id: 'v', kind }, here);

it.each([
  ['who handles cases of the department', { ...scopes('cases:handle'), department: 'd' }],
  ['who decides cases of the department', { ...scopes('cases:decide'), department: 'd' }],
  ['who runs the centre', { ...scopes('cases:centre'), centre: 'c', department: 'x' }],
  ['who supervises the centre', { ...scopes('supervision:handle'), centre: 'c' }],
] as const)('%s sees a case there', (_, viewer) => {
  expect(seesCase(viewer)).toBe(true);
});

it.each([
  ['who handles cases of another', { ...scopes('cases:handle'), ...everything, department: 'x' }],
  [
    'who runs another centre',
    { ...scopes('cases:centre', 'cases:handle'), ...everything, centre: 'x' },
  ],
  ['who manages windows only', { ...scopes('windows:manage'), ...everything }],
  ['who belongs nowhere', scopes('cases:handle', 'cases:centre')],
] as const)('%s sees no case there', (_, viewer) => {
  expect(seesCase(viewer)).toBe(false);
});

it.each(['NATURAL', 'LEGAL', 'SERVICE', 'ANONYMOUS'] as const)(
  '%s sees no case as staff does, whatever the token says',
  (kind) => {
    expect(seesCase({ ...scopes('cases:handle', 'cases:centre'), ...everything }, kind)).toBe(
      false,
    );
  },
);
