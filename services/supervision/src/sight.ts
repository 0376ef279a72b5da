import { isKnownStaff, type Viewer } from '@onewindow/identity';
import type { Sight } from '@onewindow/service';

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
