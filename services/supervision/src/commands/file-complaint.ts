import type { Viewer } from '@onewindow/identity';
import { idFromCommand, newId, type PersonalDataVault } from '@onewindow/persistence';
import { commandMeta, type Caller, type Repeatable } from '@onewindow/service';
import type { ComplaintEvent } from '../domain/complaint-events.ts';
import type { ComplaintChannel, ComplaintState } from '../domain/complaint.ts';
import { complainantKey, supervises } from '../queries/visible.ts';
import type { KnownFacts } from '../replicas/known-facts.ts';
import type { ComplaintDeps } from './complaint-deps.ts';
import type { Handled } from './handle-visible.ts';

type Optional = string | null | undefined;

export interface FileComplaintInput extends Repeatable {
  readonly caseId?: Optional;
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
  const { caseId, channel, targetId: target = null, commandId } = input;
  const place = await placeOf(facts, input);
  if (!place) {
    return caseId == null
      ? { ok: false, rejection: { code: 'Unknown', field: 'centreId' } }
      : { ok: false, rejection: notKnown(caseId) };
  }
  if (!mayFile(viewer, channel, place.centre)) {
    return { ok: false, rejection: { code: 'NotAuthorized' } };
  }
  const against = target === null ? null : await facts.staffMember(target);
  if (target !== null && !against) {
    return { ok: false, rejection: { code: 'Unknown', field: 'targetId' } };
  }
  const actor = complainantActor(viewer, vault);
  const id = commandId == null ? newId() : idFromCommand('fileComplaint', actor, commandId);
  const fields = sealedFields(viewer, input, vault);
  const { personal, digest } = vault.seal({
    ...{ kind: 'complaint', id, fields },
    indexed: 'complainant' in fields ? ['complainant'] : [],
  });
  const { region, centre, department } = place;
  return complaints.create({
    ...{ id, personal, meta: { ...commandMeta(caller, 'fileComplaint', input), actor } },
    command: {
      ...{ type: 'FileComplaint', at, channel, case: caseId ?? null, target, digest },
      ...{ region, centre, department: department ?? against?.homeDepartment ?? null },
      calendar: calendarOf(region),
    },
  });
}

/** The target must not learn from journal or event who complains: complainants act under a pseudonym. */
export function complainantActor(
  viewer: Viewer,
  { blindIndex }: Pick<PersonalDataVault, 'blindIndex'>,
): string {
  return viewer.kind === 'STAFF' ? viewer.id : `complainant:${blindIndex(complainantKey(viewer))}`;
}

/** Where the case is, or the centre that was named; a case that is not known yet is linked all the same. */
async function placeOf(facts: KnownFacts, { caseId, centreId }: FileComplaintInput) {
  const found = caseId == null ? null : await facts.case(caseId);
  if (found) return found;
  const centre = centreId == null ? null : await facts.centre(centreId);
  return centre && { region: centre.region, centre: centre._id, department: null };
}

function mayFile(viewer: Viewer, channel: ComplaintChannel, centre: string): boolean {
  if (viewer.kind === 'STAFF') return supervises(viewer, centre);
  return viewer.kind !== 'SERVICE' && channel === 'WEB';
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
