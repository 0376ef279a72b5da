import { isKnownStaff, isOneOf, personOf } from '@onewindow/identity';
import { reject } from '@onewindow/kernel';
import { sealedWith, type Creating } from '@onewindow/service';
import type { RequestContext } from '../context.ts';
import { isBlank } from '../domain/words.ts';
import type { ExcludeFromCaseInput } from '../graphql/types.generated.ts';
import { defineCommands } from '../kit.ts';
import { concernedIn } from '../replicas/known-facts.ts';
import { unknownReference } from '../replicas/unknown-reference.ts';
import { supervises } from '../sight.ts';
import { caseExclusionKind } from './case-exclusion.kind.ts';
import { inForceKey, isInForce } from './domain/exclusion-lifecycle.ts';

/** What a supervisor decides about who is kept away from a case of his centre (X24). */
export const caseExclusionCommands = defineCommands(
  caseExclusionKind,
  {
    id: 'exclusionId',
    // Nobody can say of who brings no staff id that he is neither handler nor kept away himself.
    token: (viewer) => isKnownStaff(viewer) || 'NotKnownStaff',
    facts: async ({ viewer, facts }: RequestContext, exclusion) => ({
      by: personOf(viewer).id,
      concerned: await concernedIn(facts, exclusion.case),
    }),
  },
  {
    excludeFromCase: {
      creates: 'ExcludeFromCase',
      by: (viewer) => personOf(viewer).id,
      command: excludeFromCase,
      // Which one is in force already is told: it can be lifted.
      write: async (create, asked, { at, context: { kinds } }) => {
        const outcome = await create(asked);
        if (outcome.ok || outcome.rejection.code !== 'AlreadyExists') return outcome;
        const { journal } = kinds.of(caseExclusionKind);
        const key = { 'state.inForceKey': inForceKey(asked) };
        const there = await journal.findBy('byInForceKey', key, at);
        return there ? { ok: false, rejection: { ...outcome.rejection, id: there.id } } : outcome;
      },
    },
    liftCaseExclusion: {
      does: 'LiftExclusion',
      action: 'LIFT',
      may: (viewer, { centre }) => supervises(viewer, centre) || 'NotSupervisor',
      // Who handles the case now is asked when the command is given.
      bars: (viewer, exclusion, { caller: { at } }) => {
        if (isOneOf(viewer, [exclusion.staff])) return { code: 'HandlerMayNotSupervise' };
        return isInForce(exclusion, at) ? null : { code: 'NotPermittedInStatus' };
      },
      command: (_, { by, concerned }) => ({ by, concerned }),
    },
  },
);

/** A case of another centre is answered like one of which nobody has told yet, or as one that does not exist. */
async function excludeFromCase(
  { caseId, staffMemberId: staff, reason, until }: ExcludeFromCaseInput,
  { id, viewer, context: { facts, vault, notKnown } }: Creating<RequestContext>,
) {
  const found = await facts.case(caseId);
  if (found?.centre !== viewer.centre || !found) return reject(notKnown(caseId));
  if (!supervises(viewer, found.centre)) {
    return reject({ code: 'NotAuthorized', because: 'NotSupervisor' });
  }
  if (!(await facts.staffMember(staff))) {
    return reject(unknownReference({ notKnown }, 'staffMemberId', staff));
  }
  if (isBlank(reason)) return reject({ code: 'WordsRequired', field: 'reason' });
  const fields = { reason: reason.trim() };
  const { personal, digest } = vault.seal({ kind: 'case-exclusion', id, fields, indexed: [] });
  const { region, centre, department } = found;
  return sealedWith(personal, {
    by: personOf(viewer).id,
    concerned: await concernedIn(facts, caseId),
    case: caseId,
    staff,
    region,
    centre,
    department,
    until,
    digest,
  });
}
