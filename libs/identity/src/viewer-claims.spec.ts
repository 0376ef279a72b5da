import fc from 'fast-check';
import { parseScopes, SCOPES, type Scope } from './scopes.ts';
import { viewerClaims, viewerFromClaims } from './viewer-claims.ts';
import { holdsScopes, type Viewer, type ViewerKind } from './viewer.ts';

const text = fc.string({ minLength: 1, maxLength: 256 });
const anyViewer: fc.Arbitrary<Viewer> = fc
  .record(
    {
      id: text.filter((id) => !id.startsWith('anonymous:')),
      kind: fc.constantFrom<ViewerKind>('NATURAL', 'LEGAL', 'STAFF', 'SERVICE', 'ANONYMOUS'),
      scopes: fc.subarray([...SCOPES]).map((scopes) => new Set(scopes)),
      identityIndex: text,
      staffId: text,
      department: text,
      centre: text,
      region: text,
    },
    { requiredKeys: ['id', 'kind', 'scopes'] },
  )
  .map((viewer) => ({
    ...viewer,
    ...(viewer.kind === 'ANONYMOUS' && { id: `anonymous:${viewer.id.slice(0, 99)}` }),
    ...(!holdsScopes(viewer.kind) && { scopes: new Set<Scope>() }),
  }));

it('a viewer comes through claims and JSON as he was', () => {
  fc.assert(
    fc.property(anyViewer, (viewer) => {
      const travelled = JSON.parse(JSON.stringify(viewerClaims(viewer))) as Record<string, unknown>;
      expect(viewerFromClaims(travelled)).toEqual(viewer);
    }),
  );
});

it('equal viewers have equal claims, in whatever order they got their scopes', () => {
  const viewer = (...scopes: ('cases:handle' | 'cases:decide')[]): Viewer => ({
    id: 'u',
    kind: 'STAFF',
    scopes: new Set(scopes),
  });
  expect(JSON.stringify(viewerClaims(viewer('cases:handle', 'cases:decide')))).toBe(
    JSON.stringify(viewerClaims(viewer('cases:decide', 'cases:handle'))),
  );
});

it('any claims at all give a viewer or nothing, never an error', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (claims) => {
      const viewer = viewerFromClaims(claims);
      expect(viewer === undefined || typeof viewer.id === 'string').toBe(true);
    }),
  );
});

it('scopes of other systems are left out', () => {
  expect([...parseScopes('openid cases:handle profile  admin')]).toEqual(['cases:handle']);
  expect([...parseScopes('')]).toEqual([]);
});

it.each(['NATURAL', 'LEGAL', 'ANONYMOUS'])(
  'what a token of %s says of scopes is left out',
  (kind) => {
    const sub = kind === 'ANONYMOUS' ? 'anonymous:1' : 'u';
    const viewer = viewerFromClaims({ sub, kind, scope: 'windows:manage personal:read' });
    expect([...(viewer?.scopes ?? ['nobody'])]).toEqual([]);
  },
);

it.each(['STAFF', 'SERVICE'])('the scopes in a token of %s count', (kind) => {
  const viewer = viewerFromClaims({ sub: 'u', kind, scope: 'windows:manage' });
  expect([...(viewer?.scopes ?? [])]).toEqual(['windows:manage']);
});
