import { isKnownStaff, isOneOf, isPerson, personOf, type Viewer } from '@onewindow/identity';
import type { PersonalDataVault } from '@onewindow/persistence';
import type { ComplaintView, ExclusionView, ReportView } from './views.ts';

/** The one scope within which a viewer sees a kind: lists are queried by it, single ones held against it. */
export interface VisibleScope<Name extends string> {
  readonly name: Name;
  readonly value: string;
}
export type StaffScope = VisibleScope<'centre' | 'department'>;
export type ComplaintScope = VisibleScope<'centre' | 'department' | 'complainant'>;
export type ReportScope = VisibleScope<'centre' | 'department' | 'superior'>;
type BlindIndex = Pick<PersonalDataVault, 'blindIndex'>;

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

/** Of a person the identity that was verified, else the account or the signed session. */
export const complainantKey = ({ identityIndex, id }: Viewer): string => identityIndex ?? id;

/**
 * Who supervises a centre sees its complaints, but for those against himself; a department's staff those about
 * which it was asked; everybody else who is a person what he has complained about himself, signed in or not.
 */
export function complaintScope(viewer: Viewer, { blindIndex }: BlindIndex): ComplaintScope | null {
  if (viewer.kind === 'SERVICE') return null;
  if (viewer.kind !== 'STAFF') return scope('complainant', blindIndex(complainantKey(viewer)));
  const { scopes, centre, department } = viewer;
  if (scopes.has('supervision:handle') && isKnownStaff(viewer)) return scope('centre', centre);
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

export function maySeeComplaint(viewer: Viewer, view: ComplaintView, vault: BlindIndex): boolean {
  return isComplainant(viewer, view, vault) || isAsked(viewer, view) || dealsWith(viewer, view);
}

/** Who is asked about a complaint sees the questions: neither who complains, nor the words, nor the case. */
export function isAsked(viewer: Viewer, view: ComplaintView): boolean {
  if (view.questions.length === 0 || dealsWith(viewer, view)) return false;
  const { scopes, department } = viewer;
  const isColleague =
    viewer.kind === 'STAFF' &&
    (scopes.has('cases:handle') || scopes.has('cases:decide')) &&
    department !== undefined &&
    department === view.askedDepartment;
  return isColleague || isPerson(viewer, view.target);
}

/** Who supervises the centre and is not the target. */
function dealsWith(viewer: Viewer, view: ComplaintView): boolean {
  return supervises(viewer, view.centre) && !isOneOf(viewer, [view.target]);
}

export function isComplainant(viewer: Viewer, view: ComplaintView, vault: BlindIndex): boolean {
  const visible = complaintScope(viewer, vault);
  return visible?.name === 'complainant' && view.personal?.index['complainant'] === visible.value;
}

/** What was written is for the complainant and for who deals with complaints, never for the target. */
export function mayReadComplaint(viewer: Viewer, view: ComplaintView, vault: BlindIndex): boolean {
  return isComplainant(viewer, view, vault) || dealsWith(viewer, view);
}

/** An answer is for who deals with the complaint and for who gave it: neither complainant nor colleagues. */
export function mayReadAnswer(viewer: Viewer, view: ComplaintView, by: string): boolean {
  return dealsWith(viewer, view) || isPerson(viewer, by);
}

/** Who supervises must be neither handler nor target: so it has to be known who he is. */
export function supervises(viewer: Viewer, supervised: string): boolean {
  const { scopes, centre } = viewer;
  return isKnownStaff(viewer) && scopes.has('supervision:handle') && centre === supervised;
}

function scope<Name extends string>(
  name: Name,
  value: string | undefined,
): VisibleScope<Name> | null {
  return value === undefined ? null : { name, value };
}
