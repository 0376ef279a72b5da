import { personOf } from '@onewindow/identity';
import type { Instant } from '@onewindow/kernel';
import { idFromCommand, newId, type PersonalDataVault } from '@onewindow/persistence';
import { commandMeta, type Caller, type NotKnown, type Repeatable } from '@onewindow/service';
import {
  inForceKey,
  type ExclusionEvent,
  type ExclusionState,
  type LiftExclusion,
} from '../domain/case-exclusion.ts';
import type { ExclusionJournal } from '../persistence/exclusion-aggregate.ts';
import { toExclusionView } from '../queries/views.ts';
import { maySeeExclusion, supervises } from '../queries/visible.ts';
import { concernedIn, type KnownFacts } from '../replicas/known-facts.ts';
import { handleVisible, notAuthorized, type Handled } from './handle-visible.ts';
import { ofKnownStaff } from './of-known-staff.ts';
import { unknownReference } from './unknown-reference.ts';

interface ExcludeFromCaseInput extends Repeatable {
  readonly caseId: string;
  readonly staffMemberId: string;
  readonly reason: string;
  readonly until: Instant;
}
type Answer = Promise<Handled<ExclusionState, ExclusionEvent>>;

export interface ExclusionCommands {
  readonly excludeFromCase: (caller: Caller, input: ExcludeFromCaseInput) => Answer;
  readonly liftCaseExclusion: (
    caller: Caller,
    input: Repeatable & { readonly exclusionId: string },
  ) => Answer;
}
interface ExclusionDeps {
  readonly exclusions: ExclusionJournal;
  readonly facts: KnownFacts;
  readonly vault: PersonalDataVault;
  readonly notKnown: (id: string) => NotKnown;
}

/** What a supervisor decides about who is kept away from a case of his centre (X24). */
export function createExclusionCommands(deps: ExclusionDeps): ExclusionCommands {
  const { exclusions, facts } = deps;
  return {
    excludeFromCase: ofKnownStaff((caller, input) => excludeFromCase(deps, caller, input)),
    liftCaseExclusion: ofKnownStaff((caller, input) =>
      handleVisible(
        { journal: exclusions, toView: toExclusionView, maySee: maySeeExclusion },
        caller,
        {
          ...{ mutation: 'liftCaseExclusion', id: input.exclusionId, input },
          mayCommand: (viewer, { centre }) => supervises(viewer, centre),
          because: 'NotSupervisor',
          command: async (view): Promise<LiftExclusion> => ({
            ...{ type: 'LiftExclusion', at: caller.at, by: personOf(caller.viewer).id },
            concerned: await concernedIn(facts, view.case),
          }),
        },
      ),
    ),
  };
}

/** A case of another centre is answered like one of which nobody has told yet, or as one that does not exist. */
async function excludeFromCase(
  { exclusions, facts, vault, notKnown }: ExclusionDeps,
  caller: Caller,
  input: ExcludeFromCaseInput,
): Answer {
  const { viewer, at } = caller;
  const { caseId, staffMemberId, reason, until, commandId } = input;
  const found = await facts.case(caseId);
  if (found?.centre !== viewer.centre || !found) {
    return { ok: false, rejection: notKnown(caseId) };
  }
  if (!supervises(viewer, found.centre)) {
    return notAuthorized(viewer, 'NotSupervisor');
  }
  if (!(await facts.staffMember(staffMemberId))) {
    return {
      ok: false,
      rejection: unknownReference({ notKnown }, 'staffMemberId', staffMemberId),
    };
  }
  const by = personOf(viewer).id;
  const id = commandId == null ? newId() : idFromCommand('excludeFromCase', by, commandId);
  const { personal, digest } = vault.seal({
    ...{ kind: 'case-exclusion', id, fields: { reason: reason.trim() }, indexed: [] },
  });
  const { region, centre, department } = found;
  const outcome = await exclusions.create({
    ...{ id, personal, meta: commandMeta(caller, 'excludeFromCase', input) },
    command: {
      ...{ type: 'ExcludeFromCase', at, by, case: caseId, staff: staffMemberId, until, digest },
      ...{ region, centre, department, concerned: await concernedIn(facts, caseId) },
    },
  });
  if (outcome.ok || outcome.rejection.code !== 'AlreadyExists') return outcome;
  const key = inForceKey({ case: caseId, staff: staffMemberId });
  const there = await exclusions.findBy('byInForceKey', { 'state.inForceKey': key }, at);
  return there ? { ok: false, rejection: { ...outcome.rejection, id: there.id } } : outcome;
}
