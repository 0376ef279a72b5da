import { accept, reject, type Decision } from '@onewindow/kernel';
import { refusalToPublish } from './content-rules.ts';
import { mendImported } from './import-mending.ts';
import { effectiveChange, summarise } from './item-changes.ts';
import { contentOf } from './item-content.ts';
import type { ItemCommand, ItemEvent, ItemRejection, ItemState, KnownItem } from './item.ts';
import { isPublic } from './permitted.ts';

type ImportItem = Extract<ItemCommand, { type: 'ImportItem' }>;

export function decideImport(
  command: ImportItem,
  state: ItemState,
): Decision<ItemEvent, ItemRejection> {
  return state.status === 'ABSENT' ? accept(registered(command)) : decideAgain(command, state);
}

/** True when the source has nothing new: the same row again, or one older than was taken before. */
export function isStale({ mark }: Pick<ImportItem, 'mark'>, { imported }: KnownItem): boolean {
  if (imported === null) return false;
  if (imported.digest === mark.digest) return true;
  const [taken, offered] = [imported.sourceVersion, mark.sourceVersion];
  return taken !== null && offered !== null && offered < taken;
}

function registered(command: ImportItem): ItemEvent {
  const { by, code, aliases, department, mark } = command;
  const { content } = mendImported(contentOf(command.named, command.change));
  const { id, region } = department;
  return { type: 'ItemRegistered', by, code, aliases, department: id, region, content, mark };
}

function decideAgain(command: ImportItem, state: KnownItem): Decision<ItemEvent, ItemRejection> {
  if (isStale(command, state)) return accept();
  // One matter, one department (003:27): an item changes hands by a transfer, not by a row.
  if (state.department !== command.department.id)
    return reject({ code: 'ResponsibleDepartmentDiffers' });
  const { content } = mendImported({ ...state.content, ...command.named, ...command.change });
  const change = effectiveChange(state.content, content);
  const aliases = command.aliases.filter((alias) => !state.codes.includes(alias));
  if (Object.keys(change).length === 0 && aliases.length === 0) return accept();
  const refusal = isPublic(state.status) ? refusalToPublish(content) : undefined;
  return refusal === undefined
    ? accept({
        type: 'ItemRevised',
        by: command.by,
        reason: '上级目录更新',
        change,
        aliases,
        mark: command.mark,
        ...summarise(state.content, change),
      })
    : reject(refusal);
}
