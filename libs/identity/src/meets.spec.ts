import { meets } from './meets.ts';
import type { Viewer } from './viewer.ts';

const stranger: Viewer = { id: 'anonymous:1', kind: 'ANONYMOUS', scopes: new Set() };
const clerk: Viewer = {
  id: 'u1',
  kind: 'STAFF',
  scopes: new Set(['cases:handle', 'fees:bill']),
  department: 'd1',
};

it('what asks for nothing is open to all', () => {
  expect(meets({}, stranger)).toBe(true);
});

it('@authenticated refuses an anonymous session only', () => {
  expect(meets({ authenticated: true }, stranger)).toBe(false);
  expect(meets({ authenticated: true }, clerk)).toBe(true);
});

it('@requiresScopes wants all of one of its lists', () => {
  const both = [['cases:handle', 'fees:bill']];
  const either = [['cases:decide'], ['fees:bill']];
  const notBoth = [['cases:handle', 'cases:decide']];
  expect(meets({ scopes: both }, clerk)).toBe(true);
  expect(meets({ scopes: either }, clerk)).toBe(true);
  expect(meets({ scopes: notBoth }, clerk)).toBe(false);
});

it.each(['NATURAL', 'LEGAL', 'ANONYMOUS'] as const)(
  '@requiresScopes never opens to %s, whatever scopes it claims',
  (kind) => {
    expect(meets({ scopes: [['cases:handle']] }, { ...clerk, kind })).toBe(false);
  },
);

it('@requiresScopes opens to staff and to services with the scope', () => {
  expect(meets({ scopes: [['cases:handle']] }, clerk)).toBe(true);
  expect(meets({ scopes: [['cases:handle']] }, { ...clerk, kind: 'SERVICE' })).toBe(true);
});

it('@policy judges claims, all of one of its lists', () => {
  expect(meets({ policies: [['kind:STAFF', 'has:department']] }, clerk)).toBe(true);
  expect(meets({ policies: [['kind:LEGAL'], ['kind:STAFF']] }, clerk)).toBe(true);
  expect(meets({ policies: [['kind:STAFF', 'has:identity']] }, clerk)).toBe(false);
  expect(meets({ policies: [['kind:ANONYMOUS']] }, stranger)).toBe(true);
});

it('an unknown policy refuses everybody, one named like a method of objects too', () => {
  for (const name of ['kind:ROOT', '', 'toString', '__proto__', 'constructor']) {
    expect(meets({ policies: [[name]] }, clerk)).toBe(false);
  }
  expect(meets({ policies: [['kind:STAFF', 'unheard-of']] }, clerk)).toBe(false);
});

it('a requirement that lists nothing refuses everybody', () => {
  for (const lists of [[], [[]]]) {
    expect(meets({ scopes: lists }, clerk)).toBe(false);
    expect(meets({ policies: lists }, clerk)).toBe(false);
  }
});

it('all directives together must be met', () => {
  const all = { authenticated: true, scopes: [['fees:bill']], policies: [['kind:SERVICE']] };
  expect(meets(all, clerk)).toBe(false);
  expect(meets({ ...all, policies: [['kind:STAFF']] }, clerk)).toBe(true);
});

it('a subgraph may bring policies of its own in place of these', () => {
  const policies = { 'in:d1': (viewer: Viewer) => viewer.department === 'd1' };
  expect(meets({ policies: [['in:d1']] }, clerk, policies)).toBe(true);
  expect(meets({ policies: [['kind:STAFF']] }, clerk, policies)).toBe(false);
});
