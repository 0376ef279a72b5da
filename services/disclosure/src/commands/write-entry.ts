import { isKnownStaff, personOf, type Viewer } from '@onewindow/identity';
import { idFromCommand, newId, type Outcome } from '@onewindow/persistence';
import { commandMeta, type Caller, type NotKnown, type Repeatable } from '@onewindow/service';
import {
  isCurrent,
  isPublic,
  type EntryContent,
  type EntryState,
  type KnownEntry,
  type Place,
} from '../domain/disclosure-entry.ts';
import { isPublicItem } from '../domain/item-fact.ts';
import type { EntryCommand, EntryEvent, EntryRefusal } from '../domain/entry-commands.ts';
import type { EntryJournal } from '../persistence/entry-type.ts';
import { isOfDesk } from '../queries/visible-entries.ts';
import type { ItemReplica } from '../replicas/item-replica.ts';

export interface Desk {
  readonly journal: EntryJournal;
  readonly items: ItemReplica;
  readonly caller: Caller;
  readonly notKnown: (id: string) => NotKnown;
}
export interface OnEntry extends Repeatable {
  readonly entryId: string;
}
type Refused<Code extends string> = {
  readonly ok: false;
  readonly rejection: { readonly code: Code };
};
export type Written = Outcome<EntryState, EntryEvent, EntryRefusal>;
type NotAuthorized = {
  readonly ok: false;
  readonly rejection: { readonly code: 'NotAuthorized'; readonly because: NotHis };
};
/** Why somebody may not write: each cause has words of its own. */
export type NotHis =
  'NotKnownStaff' | 'NoDepartment' | 'ItemOfAnotherDepartment' | 'PublicForReviewers';
type Drafted = Commanded | NotYet;
type Commanded = Written | NotAuthorized | Refused<'NotFound'>;
type NotYet = { readonly ok: false; readonly rejection: NotKnown };

const notFound = { ok: false, rejection: { code: 'NotFound' } } as const;
const notAuthorized = (because: NotHis): NotAuthorized => ({
  ok: false,
  rejection: { code: 'NotAuthorized', because },
});

/** A draft of the viewer's own department (000:47). */
export async function draftEntry(
  desk: Desk,
  input: Repeatable & { readonly content: EntryContent },
): Promise<Drafted> {
  const place = placeOf(desk.caller.viewer);
  if (typeof place === 'string') return notAuthorized(place);
  const refused = await refusedItem(desk, { place, content: input.content });
  return refused ?? begin(desk, { mutation: 'draftDisclosureEntry', input, place, replaces: null });
}

/** A draft in the place of a public entry of the department: what is public is never edited (001:21). */
export async function draftReplacement(
  desk: Desk,
  input: OnEntry & { readonly content: EntryContent },
): Promise<
  | Drafted
  | Refused<'EntryFollowsItsSource'>
  | {
      readonly ok: false;
      readonly rejection: Extract<EntryRefusal, { readonly code: 'NotPermittedInStatus' }>;
    }
> {
  const place = placeOf(desk.caller.viewer);
  if (typeof place === 'string') return notAuthorized(place);
  const found = await ofDesk(desk, input.entryId);
  if (found === null) return notFound;
  if (found.origin.kind !== 'STAFF') {
    return { ok: false, rejection: { code: 'EntryFollowsItsSource' } };
  }
  if (!isCurrent(found)) {
    return { ok: false, rejection: { code: 'NotPermittedInStatus', status: found.status } };
  }
  const refused = await refusedItem(desk, { place, content: input.content });
  const replaces = input.entryId;
  return refused ?? begin(desk, { mutation: 'replaceDisclosureEntry', input, place, replaces });
}

/** Other words may come with it; an item among them must be the department's own. */
export async function submitEntry(
  desk: Desk,
  input: OnEntry & { readonly content: EntryContent | null },
): Promise<Drafted> {
  const place = placeOf(desk.caller.viewer);
  if (typeof place === 'string') return notAuthorized(place);
  const { content } = input;
  const refused = content && (await refusedItem(desk, { place, content }));
  if (refused) return refused;
  return onEntry(desk, { mutation: 'submitDisclosureEntry', input }, (by) => {
    return { type: 'SubmitEntry', ...by, content };
  });
}

/** What the public has read is taken back by a reviewer only, a draft by its editors as well. */
export async function withdrawEntry(
  desk: Desk,
  input: OnEntry & { readonly reason: string },
): Promise<Commanded> {
  const found = await ofDesk(desk, input.entryId);
  if (found === null) return notFound;
  const reviews = desk.caller.viewer.scopes.has('disclosure:review');
  if (isPublic(found) && !reviews) return notAuthorized('PublicForReviewers');
  return onEntry(desk, { mutation: 'withdrawDisclosureEntry', input }, (by) => {
    return { type: 'WithdrawEntry', ...by, reason: input.reason };
  });
}

/** One command on an entry of the viewer's own department; another's drafts do not exist for him. */
export async function onEntry(
  desk: Desk,
  { mutation, input }: { readonly mutation: string; readonly input: OnEntry },
  command: (by: { readonly by: string; readonly at: Caller['at'] }) => EntryCommand,
): Promise<Commanded> {
  const { journal, caller } = desk;
  if ((await ofDesk(desk, input.entryId)) === null) return notFound;
  if (!isKnownStaff(caller.viewer)) return notAuthorized('NotKnownStaff');
  return journal.handle({
    id: input.entryId,
    command: command({ by: personOf(caller.viewer).id, at: caller.at }),
    meta: commandMeta(caller, mutation, input),
  });
}

async function begin(
  { journal, caller }: Desk,
  it: {
    readonly mutation: string;
    readonly input: Repeatable & { readonly content: EntryContent };
    readonly place: Place;
    readonly replaces: string | null;
  },
): Promise<Written> {
  const { mutation, input, place, replaces } = it;
  const { viewer, at } = caller;
  const { commandId, content } = input;
  return journal.create({
    id: commandId == null ? newId() : idFromCommand(mutation, viewer.id, commandId),
    command: { type: 'DraftEntry', at, by: personOf(viewer).id, place, content, replaces },
    meta: commandMeta(caller, mutation, input),
  });
}

async function ofDesk({ journal, caller }: Desk, id: string): Promise<KnownEntry | null> {
  const state = (await journal.find(id, caller.at))?.state;
  if (state === undefined || state.status === 'ABSENT') return null;
  return isOfDesk(caller.viewer, state) ? state : null;
}

/** Department, region and centre are the token's. None for whom nobody knows: an author must not review. */
function placeOf(viewer: Viewer): Place | 'NoDepartment' | 'NotKnownStaff' {
  const { region, department, centre } = viewer;
  if (!isKnownStaff(viewer)) return 'NotKnownStaff';
  if (region === undefined || department === undefined) return 'NoDepartment';
  return { region, department, centre: centre ?? null };
}

/** Why the item that an entry names can't be its item, undefined when it can. */
async function refusedItem(
  { items, notKnown }: Desk,
  it: { readonly place: Place; readonly content: EntryContent },
): Promise<NotAuthorized | NotYet | undefined> {
  const { item } = it.content;
  if (item === null) return undefined;
  const [known] = await items.findMany([item]);
  if (known?.fact.department === it.place.department) return undefined;
  // A draft of another department is answered like an item of which nobody has told.
  const isSeen = known && (isPublicItem(known.fact) || known.fact.status === 'ABOLISHED');
  return isSeen
    ? notAuthorized('ItemOfAnotherDepartment')
    : { ok: false, rejection: notKnown(item) };
}
