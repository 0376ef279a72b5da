import { isKnownStaff, type Viewer } from '@onewindow/identity';
import type { JournalEvent, Journal, Loaded, Outcome } from '@onewindow/persistence';
import { commandMeta, type Caller, type NotKnown, type Repeatable } from '@onewindow/service';
import type { SupervisionRefusal } from '../domain/refusals.ts';

/** Why somebody may not do it: each cause has words of its own. */
export type NotHis =
  | 'NotKnownStaff'
  | 'NotSupervisor'
  | 'NotComplainant'
  | 'NotAsked'
  | 'NotReporting'
  | 'NotAPerson'
  | 'OnlyOverTheNet'
  | 'SignedInAsStaff';

/** What is refused before the decider is asked: no right to it, or an id that nothing is known by. */
export type Unfit =
  | NotKnown
  | { readonly code: 'NotAuthorized'; readonly because: NotHis }
  | { readonly code: 'Unknown'; readonly field: string }
  | { readonly code: 'AlreadyExists'; readonly fact: string; readonly id: string };
export type Handled<State, Event> =
  Outcome<State, Event, SupervisionRefusal> | { readonly ok: false; readonly rejection: Unfit };

/** One kind of aggregate, and who sees and may command which of it. */
export interface Commanded<State, Command, Event extends JournalEvent, View> {
  readonly journal: Journal<State, Command, Event, SupervisionRefusal>;
  readonly toView: (loaded: Loaded<State>) => View;
  readonly maySee: (viewer: Viewer, view: View) => boolean;
}

/**
 * One command on one aggregate: may the viewer see it, may he do such a thing, which facts does the decider
 * need. Those are fetched anew for each attempt, so that a lost write decides on what is known then.
 */
export async function handleVisible<State, Command, Event extends JournalEvent, View>(
  { journal, toView, maySee }: Commanded<State, Command, Event, View>,
  caller: Caller,
  request: {
    readonly mutation: string;
    readonly id: string;
    readonly input: Repeatable;
    readonly mayCommand: (viewer: Viewer, view: View) => boolean;
    /** What he is not who may not. */
    readonly because: NotHis;
    readonly command: (view: View) => Command | Promise<Command>;
    /** Who is written down, when it is not the viewer's id. */
    readonly actor?: string;
  },
): Promise<Handled<State, Event>> {
  const { mutation, id, input, mayCommand, actor = caller.viewer.id } = request;
  const found = await journal.find(id, caller.at);
  const view = found && toView(found);
  if (!view || !maySee(caller.viewer, view)) {
    return { ok: false, rejection: { code: 'NotFound', id } };
  }
  if (!mayCommand(caller.viewer, view)) {
    return notAuthorized(caller.viewer, request.because);
  }
  return journal.handle({
    id,
    meta: { ...commandMeta(caller, mutation, input), actor },
    command: (loaded) => request.command(toView(loaded)),
  });
}

/** Staff of whom nobody knows who they are are told that instead. */
export function notAuthorized(
  viewer: Viewer,
  because: NotHis,
): { readonly ok: false; readonly rejection: Unfit } {
  const isUnknown = viewer.kind === 'STAFF' && !isKnownStaff(viewer);
  return {
    ok: false,
    rejection: { code: 'NotAuthorized', because: isUnknown ? 'NotKnownStaff' : because },
  };
}
