import { isKnownStaff, type Viewer } from '@onewindow/identity';
import { queryCodeAsGiven, receiptNumberOf, reject } from '@onewindow/kernel';
import type { PersonalDataVault } from '@onewindow/persistence';
import { sealedWith, type Creating, type NotKnown } from '@onewindow/service';
import type { RequestContext } from '../context.ts';
import type { KnownFacts } from '../replicas/known-facts.ts';
import type { CaseRow } from '../replicas/replica-rows.ts';
import { unknownReference } from '../replicas/unknown-reference.ts';
import { supervises } from '../sight.ts';
import { COMPLAINANT } from './domain/complainant.ts';
import type { ComplaintChannel } from './domain/complaint.ts';
import { complainantKey } from './who-sees-complaints.ts';

/** So many milliseconds after it was filed a case may not be known here yet; who complains that soon is told to wait. */
export const CASE_ON_ITS_WAY_MS = 60_000;

type Optional = string | null | undefined;

interface FileComplaintInput {
  readonly caseId?: Optional;
  readonly receipt?:
    { readonly receiptNumber: string; readonly queryCode: string } | null | undefined;
  readonly centreId?: Optional;
  readonly targetId?: Optional;
  readonly channel?: ComplaintChannel | null | undefined;
  readonly text: string;
  readonly complainant?:
    | { readonly name?: Optional; readonly phone?: Optional; readonly identityNumber?: Optional }
    | null
    | undefined;
}

/**
 * A person complains over the net, signed in or not; a supervisor takes down what was said, written or put
 * into a box. Every one is taken (有诉必理): what can't be right is only where it belongs and whom it names.
 */
export async function fileComplaint(
  input: FileComplaintInput,
  {
    id,
    viewer,
    at,
    context: { facts, vault, calendarOf, notKnown, notKnownCase },
  }: Creating<RequestContext>,
) {
  const { targetId, caseId, receipt, centreId } = input;
  // As the SDL says of it: over the net.
  const channel = input.channel ?? 'WEB';
  const because = whyNotFile(viewer, channel);
  if (because !== null) return notAuthorized(because);
  const about = await ownCase({ facts, vault }, viewer, input);
  if (about === 'HIDDEN') {
    // By the id alone: a case that is hidden is answered like one of which nobody has told yet, and how else he
    // can complain is told with both. A receipt that is wrong is answered alike with an id beside it.
    const answer: NotKnown =
      receipt == null
        ? notKnownCase(caseId ?? '')
        : { code: 'NotFound', id: receipt.receiptNumber };
    return reject({ ...answer, because: 'NotYourCase' });
  }
  const place = about ?? (await placeOf(facts, input));
  if (!place) {
    return centreId == null
      ? reject({ code: 'Unknown', field: 'centreId' })
      : reject(unknownReference({ notKnown }, 'centreId', centreId));
  }
  const { region, centre } = place;
  if (viewer.kind === 'STAFF' && !supervises(viewer, centre)) return notAuthorized('NotSupervisor');
  const against = targetId == null ? null : await facts.staffMember(targetId);
  // Only who supervises is told that there is nobody by that id: to a stranger the answer would tell who works here.
  // His complaint is taken as one that names nobody (有诉必理).
  if (targetId != null && !against && viewer.kind === 'STAFF') {
    return reject(unknownReference({ notKnown }, 'targetId', targetId));
  }
  const target = against ? (targetId ?? null) : null;
  const fields = sealedFields(viewer, input, vault);
  const indexed = 'complainant' in fields ? ['complainant'] : [];
  const { personal, digest } = vault.seal({ kind: 'complaint', id, fields, indexed });
  const department = place.department ?? against?.homeDepartment ?? null;
  return sealedWith(personal, {
    channel,
    case: about?._id ?? null,
    target,
    targetOnPost: against?.onPost ?? true,
    digest,
    region,
    centre,
    department,
    calendar: calendarOf(region, at),
  });
}

const notAuthorized = <const Because extends string>(because: Because) =>
  reject({ code: 'NotAuthorized', because });

/** Nobody must learn from journal or event who complains, nor that it is the same one again. */
export const complainantActor = (viewer: Viewer): string =>
  viewer.kind === 'STAFF' ? viewer.id : COMPLAINANT;

/** By which a repetition is his own. It goes into a hash and nowhere else. */
export const filerOf = (
  viewer: Viewer,
  { blindIndex }: Pick<PersonalDataVault, 'blindIndex'>,
): string =>
  viewer.kind === 'STAFF' ? viewer.id : `${COMPLAINANT}:${blindIndex(complainantKey(viewer))}`;

/**
 * The case that is named, null when none is. A case is named by who has it: its applicant, the holder of its
 * receipt, and who supervises its centre and takes down what he hears. For everybody else it is hidden, like
 * one that does not exist. A receipt that is given is right, also of a case that is named beside it: it is of that
 * case, and its code is right but for who supervises. With one that is wrong the case is hidden.
 */
async function ownCase(
  { facts, vault }: Pick<RequestContext, 'facts' | 'vault'>,
  viewer: Viewer,
  { caseId, receipt }: Pick<FileComplaintInput, 'caseId' | 'receipt'>,
): Promise<CaseRow | 'HIDDEN' | null> {
  if (caseId == null && receipt == null) return null;
  const found =
    receipt == null
      ? await facts.case(caseId ?? '')
      : await facts.caseOfReceipt(receiptNumberOf(receipt.receiptNumber));
  if (!found || (caseId != null && found._id !== caseId)) return 'HIDDEN';
  const shows = (value: string | null | undefined, proof: string | undefined) =>
    value != null && proof !== undefined && vault.blindIndex(`${found._id}:${value}`) === proof;
  if (supervises(viewer, found.centre)) return found;
  const isHis =
    receipt == null
      ? shows(viewer.identityIndex, found.proofs?.applicant)
      : shows(queryCodeAsGiven(receipt.queryCode), found.proofs?.queryCode);
  return isHis ? found : 'HIDDEN';
}

/** The centre that was named. */
async function placeOf(facts: KnownFacts, { centreId }: Pick<FileComplaintInput, 'centreId'>) {
  const centre = centreId == null ? null : await facts.centre(centreId);
  return centre && { region: centre.region, centre: centre._id, department: null };
}

/** Why he does not file at all, null when he does; of which centre is asked when that is known. */
function whyNotFile(viewer: Viewer, channel: ComplaintChannel) {
  const { kind, scopes } = viewer;
  if (kind === 'SERVICE') return 'NotAPerson';
  if (kind !== 'STAFF') return channel === 'WEB' ? null : 'OnlyOverTheNet';
  if (!isKnownStaff(viewer)) return 'NotKnownStaff';
  return scopes.has('supervision:handle') ? null : 'SignedInAsStaff';
}

/** What is sealed. By `complainant` he finds it again: himself by his account, others by their number. */
function sealedFields(
  viewer: Viewer,
  { text, complainant }: FileComplaintInput,
  { blindIndex }: Pick<PersonalDataVault, 'blindIndex'>,
): Readonly<Record<string, string>> {
  const { name, phone, identityNumber } = complainant ?? {};
  const takenDown = identityNumber == null ? null : blindIndex(identityNumber);
  const key = viewer.kind === 'STAFF' ? takenDown : complainantKey(viewer);
  return {
    text,
    ...(name != null && { name }),
    ...(phone != null && { phone }),
    ...(key !== null && { complainant: key }),
  };
}
