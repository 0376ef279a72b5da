import { isKnownStaff, isOneOf, type StaffScope, type Viewer } from '@onewindow/identity';
import type { Sight, View } from '@onewindow/service';
import { within } from '../sight.ts';
import type { ExclusionState } from './domain/case-exclusion.ts';

/** Who is kept away from a case is known to who supervises its centre and to the chief of its department (X24). */
export function exclusionSight(viewer: Viewer): Sight<StaffScope['name']> | null {
  const { kind, scopes, centre, department } = viewer;
  if (kind !== 'STAFF') return null;
  if (scopes.has('supervision:handle')) {
    return isKnownStaff(viewer) ? within('centre', centre) : null;
  }
  return scopes.has('cases:decide') ? within('department', department) : null;
}

/** Why somebody is kept away may tell of others: hidden from himself, and from whoever may be him. */
export function mayReadReason(viewer: Viewer, { staff }: View<ExclusionState>): boolean {
  return isKnownStaff(viewer) && !isOneOf(viewer, [staff]);
}
