import { isKnownStaff, type Viewer } from '@onewindow/identity';
import type { Sight } from '@onewindow/service';

export type StaffSight = Sight<'centre' | 'department'>;

/**
 * Who supervises or runs a centre sees what is that centre's; staff of a department what is about their
 * department's cases (X09, X24). Always by the token, never by an argument. Null: nothing.
 */
export function staffSight({ kind, scopes, centre, department }: Viewer): StaffSight | null {
  if (kind !== 'STAFF') return null;
  if (scopes.has('supervision:handle') || scopes.has('cases:centre')) {
    return within('centre', centre);
  }
  return scopes.has('cases:handle') || scopes.has('cases:decide')
    ? within('department', department)
    : null;
}

/** Who supervises must be neither handler nor target: so it has to be known who he is. */
export function supervises(viewer: Viewer, supervised: string): boolean {
  const { scopes, centre } = viewer;
  return isKnownStaff(viewer) && scopes.has('supervision:handle') && centre === supervised;
}

/** The rows of one scope. Null where the token does not say which. */
export const within = <Name extends string>(
  name: Name,
  value: string | undefined,
): Sight<Name> | null => (value === undefined ? null : { name, value });
