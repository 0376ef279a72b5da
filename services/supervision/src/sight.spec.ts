import { staffScope, type Scope, type Viewer } from '@onewindow/identity';
import { ids } from '../test/a-matter.ts';
import { headOf } from './complaint/domain/overseers.ts';
import { complainantKey, complaintScope, scopeOnCase } from './complaint/who-sees-complaints.ts';
import { reportSight } from './negative-report/who-sees-reports.ts';
import { supervises } from './sight.ts';

const blindIndex = (value: string) => `blind ${value}`;
const staff = (scopes: readonly Scope[], claims: Partial<Viewer> = {}): Viewer => ({
  id: 'v',
  kind: 'STAFF',
  staffId: ids.superior,
  scopes: new Set(scopes),
  centre: ids.centre,
  department: ids.department,
  ...claims,
});
const person = (claims: Partial<Viewer>): Viewer => ({
  id: 'p',
  kind: 'NATURAL',
  scopes: new Set(),
  ...claims,
});

describe('the scope of a viewer', () => {
  it.each<[readonly Scope[], { readonly name: string; readonly value: string } | null]>([
    [['supervision:handle'], { name: 'centre', value: ids.centre }],
    [['cases:centre'], { name: 'centre', value: ids.centre }],
    [['supervision:handle', 'cases:handle'], { name: 'centre', value: ids.centre }],
    [['cases:handle'], { name: 'department', value: ids.department }],
    [['cases:decide'], { name: 'department', value: ids.department }],
    [['items:edit'], null],
  ])('of staff with %j', (scopes, scope) => {
    expect(staffScope(staff(scopes))).toEqual(scope);
    // Running a centre shows what goes to its head, supervising it what is its own; nobody sees those against himself.
    const asked = [...(scope?.name === 'department' ? [ids.department] : []), ids.superior];
    const place = scopes.includes('supervision:handle') ? ids.centre : headOf(ids.centre);
    const answers = scopes.includes('cases:handle') ? [ids.department] : [];
    const overseen = {
      name: 'overseen',
      value: [place, ...answers, ids.superior],
      except: { 'state.hiddenFrom': ids.superior },
    };
    const isHis = scope?.name === 'centre';
    const complaints = isHis ? overseen : { name: 'asked', value: asked };
    expect(complaintScope(staff(scopes), { blindIndex })).toEqual(complaints);
    const onCase = { name: 'overseen', value: [place], except: { 'state.target': ids.superior } };
    expect(scopeOnCase(staff(scopes), { blindIndex })).toEqual(isHis ? onCase : null);
    const before = { name: 'superior', value: ids.superior };
    expect(reportSight(staff(scopes))).toEqual(scope ?? before);
  });

  it('who belongs to no centre supervises none', () => {
    const { centre: _, ...nowhere } = staff(['supervision:handle']);
    expect(staffScope(nowhere)).toBeNull();
    expect(supervises(nowhere, ids.centre)).toBe(false);
  });

  it('whom nobody knows supervises nothing, and nothing lies before him', () => {
    const { staffId: _, ...unknown } = staff(['supervision:handle']);
    expect(supervises(unknown, ids.centre)).toBe(false);
    expect(reportSight({ ...unknown, scopes: new Set() })).toBeNull();
    expect(complaintScope(unknown, { blindIndex })).toBeNull();
    const colleague: Viewer = {
      ...unknown,
      scopes: new Set(['supervision:handle', 'cases:handle']),
    };
    const asked = { name: 'asked', value: [ids.department] };
    expect(complaintScope(colleague, { blindIndex })).toEqual(asked);
  });

  it('of a person is what is his own: by his verified identity, else by his account or session', () => {
    expect(complainantKey(person({ identityIndex: 'i' }))).toBe('i');
    expect(complainantKey(person({}))).toBe('p');
    const scope = { name: 'complainant', value: 'blind p' };
    expect(complaintScope(person({ kind: 'ANONYMOUS' }), { blindIndex })).toEqual(scope);
    expect(staffScope(person({}))).toBeNull();
    expect(reportSight(person({}))).toBeNull();
  });

  it('who supervises a region has what goes up to it, and a centre of his own with it or none', () => {
    const regional = staff(['supervision:handle'], { region: ids.region });
    const value = (viewer: Viewer) => complaintScope(viewer, { blindIndex })?.value;
    expect(value(regional)).toEqual([ids.centre, ids.region, ids.superior]);
    const { centre: _, ...ofRegion } = regional;
    expect(value(ofRegion)).toEqual([ids.region, ids.superior]);
  });

  it('of a program is nothing', () => {
    const program = person({ kind: 'SERVICE', scopes: new Set(['platform:operate'] as const) });
    expect(complaintScope(program, { blindIndex })).toBeNull();
  });
});
