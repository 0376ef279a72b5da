import { accept, reject, type Decision, type NotPermitted } from '@onewindow/kernel';
import type { PublishingRefusal } from './content-rules.ts';
import { mendImported } from './import-mending.ts';
import { effectiveChange, summarise } from './item-changes.ts';
import { contentOf, type ItemKind } from './item-content.ts';
import type { ImportItem, ItemEvent, ItemState, KnownItem, PublicItem } from './item.ts';
import { isPublic, refusalToPropose } from './permitted.ts';
import { proposedContent, proposeRevision } from './propose-revision.ts';

type ImportRefusal =
  PublishingRefusal | NotPermitted | { readonly code: 'ResponsibleDepartmentDiffers' };
type Decided = Decision<ItemEvent, ImportRefusal>;

/** Takes a row of a catalogue: a new item, a new revision of a draft, a proposal to what is public (ADR 20). */
export function decideImport(command: ImportItem, state: ItemState): Decided {
  return state.status === 'ABSENT' ? accept(registered(command)) : decideAgain(command, state);
}

/** True when the source has nothing new: the same row again, or one older than was taken before. */
function isStale(command: Pick<ImportItem, 'mark'>, state: KnownItem): boolean {
  return state.imported?.digest === command.mark.digest || isOlder(command, state);
}

/** True when the source has told a newer version before. */
export function isOlder(
  { mark }: Pick<ImportItem, 'mark'>,
  { imported }: Pick<KnownItem, 'imported'>,
): boolean {
  const [taken, offered] = [imported?.sourceVersion ?? null, mark.sourceVersion];
  return taken !== null && offered !== null && offered < taken;
}

/** A new item of which nobody says the kind is a draft of the widest kind; the row's answer says so. */
export const ASSUMED_KIND: ItemKind = 'NON_LICENCE_APPROVAL';

function registered(command: ImportItem): ItemEvent {
  const { by, code, aliases, department, mark } = command;
  const { name = code, kind = ASSUMED_KIND } = command.named;
  const { content } = mendImported(contentOf({ name, kind }, command.change));
  const { id, region } = department;
  return { type: 'ItemRegistered', by, code, aliases, department: id, region, content, mark };
}

function decideAgain(command: ImportItem, state: KnownItem): Decided {
  const waits = isPublic(state) ? refusalToPropose('ImportItem', state) : null;
  if (waits) return reject(waits);
  if (isStale(command, state)) return accept();
  // One matter, one department (003:27): an item changes hands by a transfer, not by a row.
  if (state.department !== command.department.id)
    return reject({ code: 'ResponsibleDepartmentDiffers' });
  return isPublic(state) ? proposed(command, state) : revised(command, state);
}

const REASON = '上级目录更新';

/** A draft is written anew; what is confirmed goes back to clean-up with it. */
function revised(command: ImportItem, state: KnownItem): Decided {
  const { content } = mendImported({ ...state.content, ...command.named, ...command.change });
  const change = effectiveChange(state.content, content);
  const aliases = newAliases(command, state);
  if (Object.keys(change).length === 0 && aliases.length === 0) return accept();
  const { by, mark } = command;
  const { changes, daysSaved, materialsRemoved, stepsRemoved } = summarise(state.content, change);
  return accept({
    type: 'ItemRevised',
    by,
    reason: REASON,
    change,
    aliases,
    mark,
    changes,
    daysSaved,
    materialsRemoved,
    stepsRemoved,
  });
}

/** What the row leaves out stays as it is proposed, by an earlier row or by an editor. */
function proposed(command: ImportItem, item: PublicItem): Decided {
  const { named, change, by, mark } = command;
  const { content } = mendImported({ ...proposedContent(item), ...named, ...change });
  const aliases = newAliases(command, item);
  return proposeRevision({ by, reason: REASON, content, aliases, mark }, item);
}

function newAliases({ aliases }: ImportItem, { codes }: KnownItem): readonly string[] {
  return aliases.filter((alias) => !codes.includes(alias));
}
