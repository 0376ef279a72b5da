import type { Scope } from './scopes.ts';
import { holdsScopes, type Viewer, type ViewerKind } from './viewer.ts';

/** What a field or type asks for by its directives. Of a list of lists, one inner list must hold as a whole. */
export interface Requirements {
  /** `@authenticated` */
  readonly authenticated?: boolean;
  /** `@requiresScopes` */
  readonly scopes?: readonly (readonly string[])[];
  /** `@policy` */
  readonly policies?: readonly (readonly string[])[];
}

/** A policy judges the viewer's claims and nothing else; what depends on a row is the service's own check. */
export type Policies = Readonly<Record<string, (viewer: Viewer) => boolean>>;

const isKind = (kind: ViewerKind) => (viewer: Viewer) => viewer.kind === kind;

export const STANDARD_POLICIES = {
  'kind:NATURAL': isKind('NATURAL'),
  'kind:LEGAL': isKind('LEGAL'),
  'kind:STAFF': isKind('STAFF'),
  'kind:SERVICE': isKind('SERVICE'),
  'kind:ANONYMOUS': isKind('ANONYMOUS'),
  /** A verified ID number or unified social credit code. */
  'has:identity': (viewer: Viewer) => viewer.identityIndex !== undefined,
  'has:department': (viewer: Viewer) => viewer.department !== undefined,
  'has:centre': (viewer: Viewer) => viewer.centre !== undefined,
} as const satisfies Policies;

/** Whether the viewer may: false for an unknown policy and for a requirement that lists nothing. */
export function meets(
  requirements: Requirements,
  viewer: Viewer,
  policies: Policies = STANDARD_POLICIES,
): boolean {
  const { authenticated = false, scopes, policies: wanted } = requirements;
  if (authenticated && viewer.kind === 'ANONYMOUS') return false;
  const hasScope = (scope: string) => holdsScopes(viewer.kind) && viewer.scopes.has(scope as Scope);
  const holds = (name: string) =>
    Object.hasOwn(policies, name) && policies[name]?.(viewer) === true;
  return anyHolds(scopes, hasScope) && anyHolds(wanted, holds);
}

function anyHolds(
  lists: readonly (readonly string[])[] | undefined,
  holds: (name: string) => boolean,
): boolean {
  return lists === undefined || lists.some((list) => list.length > 0 && list.every(holds));
}
