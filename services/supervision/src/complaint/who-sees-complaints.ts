import { isKnownStaff, isOneOf, isPerson, personOf, type Viewer } from '@onewindow/identity';
import type { PersonalDataVault } from '@onewindow/persistence';
import type { Sight, View } from '@onewindow/service';
import { supervises, within } from '../sight.ts';
import type { ComplaintState } from './domain/complaint.ts';

type ComplaintView = View<ComplaintState>;
type BlindIndex = Pick<PersonalDataVault, 'blindIndex'>;
type ComplaintSight = Sight<'centre' | 'asked' | 'complainant'>;

/** Of a person the identity that was verified, else the account or the signed session. */
export const complainantKey = ({ identityIndex, id }: Viewer): string => identityIndex ?? id;

/**
 * Who supervises a centre sees its complaints, but for those against himself about which he is not asked; of other
 * staff a department those about which it was asked, and each one those about which he was asked himself, wherever he
 * works; everybody else who is a person what he has complained about himself, signed in or not.
 */
export function complaintScope(viewer: Viewer, { blindIndex }: BlindIndex): ComplaintSight | null {
  if (viewer.kind === 'SERVICE') return null;
  if (viewer.kind !== 'STAFF') return within('complainant', blindIndex(complainantKey(viewer)));
  const { scopes, centre } = viewer;
  const { staffId } = personOf(viewer);
  if (scopes.has('supervision:handle') && staffId !== null) {
    const own = within('centre', centre);
    return own && { ...own, except: { 'state.hiddenFrom': staffId } };
  }
  const asked = [askedDepartmentOf(viewer), staffId].filter((one) => one != null);
  return asked.length === 0 ? null : { name: 'asked', value: asked };
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
