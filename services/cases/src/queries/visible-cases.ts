import type { Viewer } from '@onewindow/identity';
import type { ScopeName } from '../persistence/case-queries.ts';
import type { CaseView } from './case-view.ts';

/** The one scope within which a viewer sees cases: lists are queried by it and single cases held against it. */
export interface CaseScope {
  readonly name: ScopeName;
  readonly value: string;
}

/**
 * Applicants see their own; who runs or supervises a centre sees that centre's; a department's staff sees
 * its own department's. Always by the token, never by an argument. Null: nothing.
 */
export function scopeOf({ kind, scopes, ...claims }: Viewer): CaseScope | null {
  if (kind === 'NATURAL' || kind === 'LEGAL') return scope('applicant', claims.identityIndex);
  if (kind !== 'STAFF') return null;
  if (scopes.has('cases:centre') || scopes.has('supervision:handle')) {
    return scope('centre', claims.centre);
  }
  return scopes.has('cases:handle') || scopes.has('cases:decide')
    ? scope('department', claims.department)
    : null;
}

export function maySee(viewer: Viewer, view: CaseView): boolean {
  const visible = scopeOf(viewer);
  return visible !== null && visible.value === valueIn(view, visible.name);
}

export function isApplicant(viewer: Viewer, view: CaseView): boolean {
  return scopeOf(viewer)?.name === 'applicant' && maySee(viewer, view);
}

function scope(name: ScopeName, value: string | undefined): CaseScope | null {
  return value === undefined ? null : { name, value };
}

function valueIn(view: CaseView, name: ScopeName): string | undefined {
  switch (name) {
    case 'applicant':
      return view.personal?.index['identity'];
    case 'department':
      return view.department;
    case 'centre':
      return view.centre;
  }
}
