import type { Viewer } from '@onewindow/identity';
import type { Sight, View } from '@onewindow/service';
import type { CaseState } from './domain/case.ts';

export type CaseScope = 'applicant' | 'department' | 'centre';

/**
 * Applicants see their own; who runs or supervises a centre sees that centre's; a department's staff sees
 * its own department's. Always by the token, never by an argument. Null: nothing.
 */
export function caseSight({ kind, scopes, ...claims }: Viewer): Sight<CaseScope> | null {
  if (kind === 'NATURAL' || kind === 'LEGAL') return within('applicant', claims.identityIndex);
  if (kind !== 'STAFF') return null;
  if (scopes.has('cases:centre') || scopes.has('supervision:handle')) {
    return within('centre', claims.centre);
  }
  return scopes.has('cases:handle') || scopes.has('cases:decide')
    ? within('department', claims.department)
    : null;
}

/** The applicant himself, as long as his personal data is there. */
export function isApplicant(
  viewer: Viewer,
  { personal }: Pick<View<CaseState>, 'personal'>,
): boolean {
  const seen = caseSight(viewer);
  return seen?.name === 'applicant' && seen.value === personal?.index['identity'];
}

const within = (name: CaseScope, value: string | undefined): Sight<CaseScope> | null =>
  value === undefined ? null : { name, value };
