import { parseScopes } from './scopes.ts';
import { holdsScopes, type Viewer, type ViewerClaims, type ViewerKind } from './viewer.ts';

const KINDS: ReadonlySet<string> = new Set<ViewerKind>([
  'NATURAL',
  'LEGAL',
  'STAFF',
  'SERVICE',
  'ANONYMOUS',
]);
const OPTIONAL = ['identityIndex', 'staffId', 'department', 'centre', 'region'] as const;
const LONGEST = 256;

/** What a token says of the viewer. The order of scopes is fixed, so that equal viewers have equal claims. */
export function viewerClaims(viewer: Viewer): ViewerClaims {
  const { id, kind, scopes, ...facts } = viewer;
  return { sub: id, kind, scope: [...scopes].sort().join(' '), ...facts };
}

/**
 * The viewer of verified claims, `undefined` when one is missing or malformed. Only an anonymous
 * session has a `sub` that begins with `anonymous:`, so that nobody's subject is taken for one. Scopes
 * in the token of a citizen, a company or a session are left out (`holdsScopes`).
 */
export function viewerFromClaims(claims: Readonly<Record<string, unknown>>): Viewer | undefined {
  const { sub, kind, scope } = claims;
  if (!isText(sub) || !isKind(kind) || typeof scope !== 'string') return undefined;
  if ((kind === 'ANONYMOUS') !== sub.startsWith('anonymous:')) return undefined;
  const facts: { [name in (typeof OPTIONAL)[number]]?: string } = {};
  for (const name of OPTIONAL) {
    const value = claims[name];
    if (value === undefined) continue;
    if (!isText(value)) return undefined;
    facts[name] = value;
  }
  return { id: sub, kind, scopes: parseScopes(holdsScopes(kind) ? scope : ''), ...facts };
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= LONGEST;

const isKind = (value: unknown): value is ViewerKind =>
  typeof value === 'string' && KINDS.has(value);
