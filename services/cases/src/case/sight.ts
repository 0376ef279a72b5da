import { staffScope, type Viewer } from '@onewindow/identity';
import type { Sight, View } from '@onewindow/service';
import type { CaseState } from './domain/case.ts';

export type CaseScope = 'applicant' | 'department' | 'centre';

/**
 * Applicants see their own; who runs or supervises a centre sees that centre's; a department's staff sees
 * its own department's. Always by the token, never by an argument. Null: nothing.
 */
export function caseSight(viewer: Viewer): Sight<CaseScope> | null {
  const { kind, identityIndex } = viewer;
  if (kind !== 'NATURAL' && kind !== 'LEGAL') return staffScope(viewer);
  return identityIndex === undefined ? null : { name: 'applicant', value: identityIndex };
}

/** The applicant himself, as long as his personal data is there. */
export function isApplicant(
  viewer: Viewer,
  { personal }: Pick<View<CaseState>, 'personal'>,
): boolean {
  const seen = caseSight(viewer);
  return seen?.name === 'applicant' && seen.value === personal?.index['identity'];
}
