import { isKnownStaff, isPerson, type Viewer } from '@onewindow/identity';
import type { CaseView } from '../case/case.kind.ts';
import type { Denial } from '../case/domain/case.ts';

/** A denial with the key by which supervision names it: `<case>:<moment of the denial>`. */
export interface ReportedDenialView extends Denial {
  readonly id: string;
}

/** The case that such a key is of. */
export const caseOfDenial = (key: string): string => key.split(':', 1)[0] ?? '';

/** The denial of this key, also one whose place a newer has taken: each report reads its own. Null when there is none. */
export function denialOfKey(key: string, view: CaseView | null): ReportedDenialView | null {
  if (!view) return null;
  const { id, denial, earlierDenials = [] } = view;
  const found = [denial, ...earlierDenials].find((one) => one && key === `${id}:${one.at}`);
  return found ? { ...found, id: key } : null;
}

/**
 * Who reports a denial, to whom it is reported, and who supervises the centre: they read it without a scope for cases
 * too (000:14). `leaderInCharge` of the department now, to whom a report goes that has waited.
 */
export function mayReadDenial(
  viewer: Viewer,
  { denial, centre }: { readonly denial: Denial; readonly centre: string },
  leaderInCharge: string | null,
): boolean {
  const supervises =
    isKnownStaff(viewer) && viewer.scopes.has('supervision:handle') && viewer.centre === centre;
  const persons = [denial.reporter, denial.superior, leaderInCharge];
  return supervises || persons.some((person) => person !== null && isPerson(viewer, person));
}
