import { isKnownStaff, isOneOf, isPerson, personOf, type Viewer } from '@onewindow/identity';
import type { ExclusionView, ReportView } from './views.ts';

/** The one scope within which a viewer sees a kind: lists are queried by it, single ones held against it. */
export interface VisibleScope<Name extends string> {
  readonly name: Name;
  readonly value: string;
}
export type StaffScope = VisibleScope<'centre' | 'department'>;
export type ReportScope = VisibleScope<'centre' | 'department' | 'superior'>;

/**
 * Who supervises or runs a centre sees what is that centre's; staff of a department what is about their
 * department's cases (X09, X24). Always by the token, never by an argument. Null: nothing.
 */
export function staffScope({ kind, scopes, centre, department }: Viewer): StaffScope | null {
  if (kind !== 'STAFF') return null;
  if (scopes.has('supervision:handle') || scopes.has('cases:centre')) {
    return scope('centre', centre);
  }
  return scopes.has('cases:handle') || scopes.has('cases:decide')
    ? scope('department', department)
    : null;
}

/** Who is kept away from a case is known to who supervises its centre and to the chief of its department (X24). */
export function exclusionScope(viewer: Viewer): StaffScope | null {
  const { kind, scopes, centre, department } = viewer;
  if (kind !== 'STAFF') return null;
  if (scopes.has('supervision:handle'))
    return isKnownStaff(viewer) ? scope('centre', centre) : null;
  return scopes.has('cases:decide') ? scope('department', department) : null;
}

export function maySeeExclusion(viewer: Viewer, view: ExclusionView): boolean {
  const visible = exclusionScope(viewer);
  return visible !== null && view[visible.name] === visible.value;
}

/** Why somebody is kept away may tell of others: hidden from himself, and from whoever may be him. */
export function mayReadReason(viewer: Viewer, { staff }: ExclusionView): boolean {
  return isKnownStaff(viewer) && !isOneOf(viewer, [staff]);
}

/** A superior who does neither sees what lies before him. */
export function reportScope(viewer: Viewer): ReportScope | null {
  const { staffId } = personOf(viewer);
  return staffScope(viewer) ?? (staffId === null ? null : scope('superior', staffId));
}

export function maySeeReport(viewer: Viewer, view: ReportView): boolean {
  const visible = reportScope(viewer);
  return (
    isPerson(viewer, view.superior) || (visible !== null && view[visible.name] === visible.value)
  );
}

/** Who supervises must be neither handler nor target: so it has to be known who he is. */
export function supervises(viewer: Viewer, supervised: string): boolean {
  const { scopes, centre } = viewer;
  return isKnownStaff(viewer) && scopes.has('supervision:handle') && centre === supervised;
}

export function scope<Name extends string>(
  name: Name,
  value: string | undefined,
): VisibleScope<Name> | null {
  return value === undefined ? null : { name, value };
}
