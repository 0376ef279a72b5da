import type { Viewer } from '@onewindow/identity';
import type { CentreOf } from './department/centre-of.ts';

/** Where a seal or a letter belongs. */
export interface Place {
  readonly region: string;
  readonly department: string;
}

/** What the kinds whose sight hangs on the centre of a department are opened with. */
export interface KnowsCentres {
  readonly centreOf: CentreOf;
}

/**
 * Who sees a seal, its uses and a letter of authorisation, by claims alone: staff of the department whose
 * it is, who manages the centre that this department has entered (002:8), and who supervises the region or
 * that centre. For everybody else, programs and citizens too, it does not exist.
 */
export async function seesPlace(
  { kind, scopes, department, centre, region }: Viewer,
  place: Place,
  centreOf: CentreOf,
): Promise<boolean> {
  if (kind !== 'STAFF') return false;
  const handlesCases = scopes.has('cases:handle') || scopes.has('cases:decide');
  if (handlesCases && department === place.department) return true;
  const supervises = scopes.has('supervision:handle');
  if (supervises && region === place.region) return true;
  if (centre === undefined || !(supervises || scopes.has('windows:manage'))) return false;
  return (await centreOf(place.department)) === centre;
}
