import type { Viewer } from './viewer.ts';

/** Within which staff see cases and what is about them: one centre's, or one department's. */
export interface StaffScope {
  readonly name: 'centre' | 'department';
  readonly value: string;
}

/**
 * Who supervises or runs a centre sees what is that centre's; staff of a department see what is about their own
 * department's cases. By claims alone, never by an argument. Null: nothing, as for everybody else.
 */
export function staffScope({ kind, scopes, centre, department }: Viewer): StaffScope | null {
  if (kind !== 'STAFF') return null;
  if (scopes.has('supervision:handle') || scopes.has('cases:centre')) {
    return centre === undefined ? null : { name: 'centre', value: centre };
  }
  if (!scopes.has('cases:handle') && !scopes.has('cases:decide')) return null;
  return department === undefined ? null : { name: 'department', value: department };
}

/** Whether staff see a case of this centre and department: for who has its id and not the case. */
export function staffSees(
  viewer: Viewer,
  place: Readonly<Record<StaffScope['name'], string>>,
): boolean {
  const scope = staffScope(viewer);
  return scope !== null && place[scope.name] === scope.value;
}

/** Where a seal or a letter belongs. */
export interface Place {
  readonly region: string;
  readonly department: string;
}

/**
 * Who sees a seal, its uses and a letter of authorisation, by claims alone: staff of the department whose
 * it is, who manages the centre that this department has entered (002:8), and who supervises the region or
 * that centre. For everybody else, programs and citizens too, it does not exist.
 */
export async function seesPlace(
  { kind, scopes, department, centre, region }: Viewer,
  place: Place,
  centreOf: (department: string) => string | null | Promise<string | null>,
): Promise<boolean> {
  if (kind !== 'STAFF') return false;
  const handlesCases = scopes.has('cases:handle') || scopes.has('cases:decide');
  if (handlesCases && department === place.department) return true;
  const supervises = scopes.has('supervision:handle');
  if (supervises && region === place.region) return true;
  if (centre === undefined || !(supervises || scopes.has('windows:manage'))) return false;
  return (await centreOf(place.department)) === centre;
}
