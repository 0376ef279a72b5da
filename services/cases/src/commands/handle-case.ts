import { isKnownStaff, type Viewer } from '@onewindow/identity';
import type { Instant } from '@onewindow/kernel';
import type { Loaded, Outcome } from '@onewindow/persistence';
import { commandMeta, type Caller, type Repeatable } from '@onewindow/service';
import type { CaseEvent } from '../domain/case-events.ts';
import type { CaseRefusal } from '../domain/case-refusals.ts';
import type { PersonsCommand } from '../domain/case-commands.ts';
import { APPLICANT, type CaseState } from '../domain/case.ts';
import type { CaseJournal } from '../persistence/case-aggregate.ts';
import { toCaseView, type CaseView } from '../queries/case-view.ts';
import { isApplicant, maySee } from '../queries/visible-cases.ts';
import type { KnownFacts } from '../replicas/known-facts.ts';

export interface HandleDeps {
  readonly journal: CaseJournal;
  readonly facts: KnownFacts;
}
export interface OnCase extends Repeatable {
  readonly caseId: string;
}
/** Why somebody may not do it: each cause has words of its own. */
export interface NotAuthorized {
  readonly code: 'NotAuthorized';
  readonly because: 'NotHimself' | 'NotKnownStaff' | 'NotOfDepartment';
  readonly rule?: string;
}
export type Handled =
  | Outcome<CaseState, CaseEvent, CaseRefusal>
  | {
      readonly ok: false;
      readonly rejection: NotAuthorized;
    };

/** Who commands: staff of the department, or the applicant himself where the command is his too. */
type By = 'STAFF' | 'APPLICANT_OR_STAFF';

/**
 * One command on one case: may the viewer see it, may he do such a thing, which facts does the decider
 * need. Those are fetched anew for each attempt, so that a lost write decides on what is known then.
 */
export async function handleCase(
  deps: HandleDeps,
  caller: Caller,
  request: {
    readonly mutation: string;
    readonly by: By;
    readonly input: OnCase;
    readonly command: (at: Instant, found: CaseView) => PersonsCommand | Promise<PersonsCommand>;
  },
): Promise<Handled> {
  const { mutation, by, input } = request;
  const { at } = caller;
  const found = await deps.journal.find(input.caseId, at);
  const view = found && toCaseView(found);
  if (!view || !maySee(caller.viewer, view)) {
    return { ok: false, rejection: { code: 'NotFound', id: input.caseId } };
  }
  if (!mayCommand(caller.viewer, view, by)) {
    const { viewer } = caller;
    const isUnknown = viewer.kind === 'STAFF' && !isKnownStaff(viewer);
    const because = isUnknown ? 'NotKnownStaff' : 'NotOfDepartment';
    return { ok: false, rejection: { code: 'NotAuthorized', because } };
  }
  return deps.journal.handle({
    id: input.caseId,
    meta: {
      ...commandMeta(caller, mutation, input),
      ...(isApplicant(caller.viewer, view) && { actor: APPLICANT }),
    },
    command: (loaded: Loaded<CaseState>) => request.command(at, toCaseView(loaded)),
  });
}

function mayCommand(viewer: Viewer, view: CaseView, by: By): boolean {
  if (by === 'APPLICANT_OR_STAFF' && isApplicant(viewer, view)) return true;
  return isKnownStaff(viewer) && viewer.department === view.department;
}
