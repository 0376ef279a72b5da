import type { Scope, Viewer } from '@onewindow/identity';
import { aCase, ids, rules } from '../../test/a-case.ts';
import { caseKind, type CaseView } from './case.kind.ts';
import { caseSight, isApplicant } from './sight.ts';

const view: CaseView = {
  ...aCase(),
  id: 'c1',
  version: 1,
  personal: { keyId: 'k', iv: '', data: '', index: { identity: 'index-of-the-applicant' } },
};
const { sees } = caseKind.with(rules);
const maySee = (viewer: Viewer, { id, version, personal, ...state }: CaseView) =>
  sees(viewer, { id, version, state, ...(personal && { personal }) });
const aViewer = (changes: Partial<Viewer>): Viewer => ({
  id: 'v',
  kind: 'STAFF',
  scopes: new Set(),
  ...changes,
});
const staff = (scopes: readonly Scope[], claims: Partial<Viewer> = {}) =>
  aViewer({
    scopes: new Set(scopes),
    department: ids.department,
    centre: ids.centre,
    ...claims,
  });

describe('who sees a case', () => {
  it.each([
    ['the applicant', aViewer({ kind: 'NATURAL', identityIndex: 'index-of-the-applicant' })],
    ['a handler of its department', staff(['cases:handle'])],
    ['a decider of its department', staff(['cases:decide'])],
    ['who runs its centre', staff(['cases:centre'], { department: ids.region })],
    ['who supervises its centre', staff(['supervision:handle'], { department: ids.region })],
  ])('%s does', (_, viewer) => {
    expect(maySee(viewer, view)).toBe(true);
  });

  it.each([
    ['another applicant', aViewer({ kind: 'NATURAL', identityIndex: 'another' })],
    ['an applicant whose identity nobody has verified', aViewer({ kind: 'LEGAL' })],
    ['a handler of another department', staff(['cases:handle'], { department: ids.region })],
    ['who runs another centre', staff(['cases:centre'], { centre: ids.region })],
    ['staff without a scope for cases', staff(['items:edit'])],
    ['a program', aViewer({ kind: 'SERVICE', scopes: new Set(['platform:operate']) })],
    ['somebody unknown', aViewer({ kind: 'ANONYMOUS' })],
  ])('%s does not', (_, viewer) => {
    expect(maySee(viewer, view)).toBe(false);
  });

  it('whose personal data was erased has no applicant any more', () => {
    const erased: { personal?: unknown } = { ...view };
    delete erased.personal;
    const viewer = aViewer({ kind: 'NATURAL', identityIndex: 'index-of-the-applicant' });
    expect(maySee(viewer, erased as CaseView)).toBe(false);
  });

  it('lists by the same scope as single cases are held against', () => {
    expect(caseSight(staff(['cases:handle']))).toEqual({
      name: 'department',
      value: ids.department,
    });
    expect(caseSight(staff(['cases:centre']))).toEqual({ name: 'centre', value: ids.centre });
  });

  it('takes staff for no applicant', () => {
    expect(isApplicant(staff(['cases:handle']), view)).toBe(false);
  });
});
