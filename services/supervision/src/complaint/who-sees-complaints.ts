import { isKnownStaff, isOneOf, isPerson, personOf, type Viewer } from '@onewindow/identity';
import type { PersonalDataVault } from '@onewindow/persistence';
import type { Sight, View } from '@onewindow/service';
import { within } from '../sight.ts';
import type { ComplaintState } from './domain/complaint.ts';
import { headOf } from './domain/overseers.ts';

type ComplaintView = View<ComplaintState>;
type BlindIndex = Pick<PersonalDataVault, 'blindIndex'>;
type ComplaintSight = Sight<'overseen' | 'asked' | 'complainant'>;

/** Of a person the identity that was verified, else the account or the signed session. */
export const complainantKey = ({ identityIndex, id }: Viewer): string => identityIndex ?? id;

/**
 * Of which places a viewer has the complaints (`overseersOf`): who supervises of his centre and region, who runs a
 * centre as its head. None of whom nobody knows: he could be the target.
 */
function placesOf(viewer: Viewer): readonly string[] {
  const { scopes, centre, region } = viewer;
  if (!isKnownStaff(viewer)) return [];
  const supervised = scopes.has('supervision:handle') ? [centre, region] : [];
  const run = scopes.has('cases:centre') && centre !== undefined ? [headOf(centre)] : [];
  return [...supervised, ...run].filter((place) => place !== undefined);
}

/** Whether the viewer's supervision has it: he deals with it unless he is the target. */
export const oversees = (viewer: Viewer, { overseenBy }: ComplaintView): boolean =>
  placesOf(viewer).some((place) => overseenBy.includes(place));

/**
 * Who supervises sees the complaints that he has, but for those against himself about which he is not asked; every
 * member of staff those about which he was asked himself, wherever he works, and of a department those about which it
 * was asked; everybody else who is a person what he has complained about himself, signed in or not.
 */
export function complaintScope(viewer: Viewer, { blindIndex }: BlindIndex): ComplaintSight | null {
  if (viewer.kind === 'SERVICE') return null;
  if (viewer.kind !== 'STAFF') return within('complainant', blindIndex(complainantKey(viewer)));
  const { staffId } = personOf(viewer);
  const asked = [askedDepartmentOf(viewer), staffId].filter((one) => one != null);
  const places = placesOf(viewer);
  if (places.length > 0 && staffId !== null) {
    return {
      name: 'overseen',
      value: [...places, ...asked],
      except: { 'state.hiddenFrom': staffId },
    };
  }
  return asked.length === 0 ? null : { name: 'asked', value: asked };
}

/** The same of one case: who is only asked, also as its target, does not find by the case who complains. */
export function scopeOnCase(viewer: Viewer, vault: BlindIndex): ComplaintSight | null {
  const seen = complaintScope(viewer, vault);
  if (seen?.name !== 'overseen') return seen?.name === 'complainant' ? seen : null;
  const { id } = personOf(viewer);
  return { name: 'overseen', value: placesOf(viewer), except: { 'state.target': id } };
}

/** The department for which a viewer answers, if he handles or decides its cases. */
const askedDepartmentOf = ({ scopes, department }: Viewer): string | undefined =>
  scopes.has('cases:handle') || scopes.has('cases:decide') ? department : undefined;

/** Who is asked about a complaint sees the questions: neither who complains, nor the words, nor the case. */
export function isAsked(viewer: Viewer, view: ComplaintView): boolean {
  if (view.questions.length === 0 || dealsWith(viewer, view)) return false;
  const department = askedDepartmentOf(viewer);
  const isColleague =
    viewer.kind === 'STAFF' && department !== undefined && view.asked.includes(department);
  return isColleague || isPerson(viewer, view.target);
}

/** Whose supervision has it, and who is not the target. */
function dealsWith(viewer: Viewer, view: ComplaintView): boolean {
  return oversees(viewer, view) && !isOneOf(viewer, [view.target]);
}

export function isComplainant(viewer: Viewer, view: ComplaintView, vault: BlindIndex): boolean {
  const visible = complaintScope(viewer, vault);
  return visible?.name === 'complainant' && view.personal?.index['complainant'] === visible.value;
}

/** What was written is for the complainant and for who deals with complaints, never for the target. */
export function mayReadComplaint(viewer: Viewer, view: ComplaintView, vault: BlindIndex): boolean {
  return isComplainant(viewer, view, vault) || dealsWith(viewer, view);
}

/**
 * Whether it was upheld: the target learns it whichever way it ends, colleagues who were only asked do not. That it
 * is closed both see by its status.
 */
export function mayReadVerdict(viewer: Viewer, view: ComplaintView, vault: BlindIndex): boolean {
  return mayReadComplaint(viewer, view, vault) || isPerson(viewer, view.target);
}

/**
 * What was found, in words. The target reads it when it is founded: then it says what follows for him. What was found
 * of an unfounded one could tell him who complained (信访工作条例 46 (5)).
 */
export function mayReadFinding(viewer: Viewer, view: ComplaintView, vault: BlindIndex): boolean {
  return (
    mayReadComplaint(viewer, view, vault) ||
    (view.finding?.verdict === 'FOUNDED' && isPerson(viewer, view.target))
  );
}

/** An answer is for who deals with the complaint and for who gave it: neither complainant nor colleagues. */
export function mayReadAnswer(viewer: Viewer, view: ComplaintView, by: string): boolean {
  return dealsWith(viewer, view) || isPerson(viewer, by);
}

/** Who deals with complaints and can be told apart from their targets. */
export const causeOf = <Cause extends string>(viewer: Viewer, cause: Cause) =>
  viewer.kind === 'STAFF' && !isKnownStaff(viewer) ? 'NotKnownStaff' : cause;
