import { isKnownStaff, type Viewer } from '@onewindow/identity';
import { queryCodeAsGiven, receiptNumberOf } from '@onewindow/kernel';
import { idFromCommand, newId, type PersonalDataVault } from '@onewindow/persistence';
import { commandMeta, type Caller, type Repeatable } from '@onewindow/service';
import { COMPLAINANT } from '../domain/complainant.ts';
import type { ComplaintEvent } from '../domain/complaint-events.ts';
import type { ComplaintChannel, ComplaintState } from '../domain/complaint.ts';
import { complainantKey, supervises } from '../queries/visible.ts';
import type { KnownFacts } from '../replicas/known-facts.ts';
import type { CaseRow } from '../replicas/replica-rows.ts';
import type { ComplaintDeps } from './complaint-deps.ts';
import { notAuthorized, type Handled, type NotHis } from './handle-visible.ts';
import { unknownReference } from './unknown-reference.ts';

type Optional = string | null | undefined;

export interface FileComplaintInput extends Repeatable {
  readonly caseId?: Optional;
  readonly receipt?:
    { readonly receiptNumber: string; readonly queryCode: string } | null | undefined;
  readonly centreId?: Optional;
  readonly targetId?: Optional;
  readonly channel: ComplaintChannel;
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
  { complaints, facts, vault, calendarOf, notKnown }: ComplaintDeps,
  caller: Caller,
  input: FileComplaintInput,
): Promise<Handled<ComplaintState, ComplaintEvent>> {
  const { viewer, at } = caller;
  const { channel, targetId: target = null, commandId } = input;
  const because = whyNotFile(viewer, channel);
  if (because !== null) return notAuthorized(viewer, because);
  const about = await ownCase({ facts, vault }, viewer, input);
  if (about === 'HIDDEN') {
    const { caseId, receipt } = input;
    // By the id alone: a case that is hidden is answered like one of which nobody has told yet.
    const rejection =
      caseId == null
        ? ({ code: 'NotFound', id: receipt?.receiptNumber ?? '' } as const)
        : notKnown(caseId);
    return { ok: false, rejection };
  }
  const place = about ?? (await placeOf(facts, input));
  if (!place) {
    const { centreId } = input;
    return centreId == null
      ? { ok: false, rejection: { code: 'Unknown', field: 'centreId' } }
      : unknownReference({ notKnown }, 'centreId', centreId);
  }
  if (viewer.kind === 'STAFF' && !supervises(viewer, place.centre)) {
    return notAuthorized(viewer, 'NotSupervisor');
  }
  const against = target === null ? null : await facts.staffMember(target);
  if (target !== null && !against) {
    return unknownReference({ notKnown }, 'targetId', target);
  }
  const actor = complainantActor(viewer);
  const id =
    commandId == null ? newId() : idFromCommand('fileComplaint', filerOf(viewer, vault), commandId);
  const fields = sealedFields(viewer, input, vault);
  const { personal, digest } = vault.seal({
    ...{ kind: 'complaint', id, fields },
    indexed: 'complainant' in fields ? ['complainant'] : [],
  });
  const { region, centre, department } = place;
  return complaints.create({
    ...{ id, personal, meta: { ...commandMeta(caller, 'fileComplaint', input), actor } },
    command: {
      ...{ type: 'FileComplaint', at, channel, case: about?._id ?? null, target, digest },
      ...{ region, centre, department: department ?? against?.homeDepartment ?? null },
      calendar: calendarOf(region),
    },
  });
}

/** Nobody must learn from journal or event who complains, nor that it is the same one again. */
export const complainantActor = (viewer: Viewer): string =>
  viewer.kind === 'STAFF' ? viewer.id : COMPLAINANT;

/** By which a repetition is his own. It goes into a hash and nowhere else. */
const filerOf = (viewer: Viewer, { blindIndex }: Pick<PersonalDataVault, 'blindIndex'>): string =>
  viewer.kind === 'STAFF' ? viewer.id : `${COMPLAINANT}:${blindIndex(complainantKey(viewer))}`;

/**
 * The case that is named, null when none is. A case is named by who has it: its applicant, the holder of its
 * receipt, and who supervises its centre and takes down what he hears. For everybody else it is hidden, like
 * one that does not exist.
 */
async function ownCase(
  { facts, vault }: Pick<ComplaintDeps, 'facts' | 'vault'>,
  viewer: Viewer,
  { caseId, receipt }: Pick<FileComplaintInput, 'caseId' | 'receipt'>,
): Promise<CaseRow | 'HIDDEN' | null> {
  if (caseId == null && receipt == null) return null;
  const found =
    caseId == null
      ? await facts.caseOfReceipt(receiptNumberOf(receipt?.receiptNumber ?? ''))
      : await facts.case(caseId);
  if (!found) return 'HIDDEN';
  const shows = (value: string | null | undefined, proof: string | undefined) =>
    value != null && proof !== undefined && vault.blindIndex(`${found._id}:${value}`) === proof;
  const isHis =
    supervises(viewer, found.centre) ||
    shows(viewer.identityIndex, found.proofs?.applicant) ||
    shows(receipt && queryCodeAsGiven(receipt.queryCode), found.proofs?.queryCode);
  return isHis ? found : 'HIDDEN';
}

/** The centre that was named. */
async function placeOf(facts: KnownFacts, { centreId }: Pick<FileComplaintInput, 'centreId'>) {
  const centre = centreId == null ? null : await facts.centre(centreId);
  return centre && { region: centre.region, centre: centre._id, department: null };
}

/** Why he does not file at all, null when he does; of which centre is asked when that is known. */
function whyNotFile(viewer: Viewer, channel: ComplaintChannel): NotHis | null {
  const { kind, scopes } = viewer;
  if (kind === 'SERVICE') return 'NotAPerson';
  if (kind !== 'STAFF') return channel === 'WEB' ? null : 'OnlyOverTheNet';
  if (!isKnownStaff(viewer)) return 'NotKnownStaff';
  return scopes.has('supervision:handle') ? null : 'NotSupervisor';
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
