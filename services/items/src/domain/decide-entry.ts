import { accept, reject, type Decision } from '@onewindow/kernel';
import type { ItemCommand, ItemEvent, ItemRejection, KnownItem } from './item.ts';

type EnterItem = Extract<ItemCommand, { type: 'EnterItem' }>;

/**
 * An item enters the centre of its own region where its department is (002:15, 002:98), and with a
 * stated way of handling (002:164). A department that has entered no centre yet follows its item.
 */
export function decideEntry(
  { centre, departmentCentre, editor }: EnterItem,
  state: KnownItem,
): Decision<ItemEvent, ItemRejection> {
  if (centre === null) return reject({ code: 'CentreUnknown' });
  if (editor.department !== state.department && editor.centre !== centre.id)
    return reject({ code: 'NotAuthorized', because: 'NotOfDepartmentOrCentre' });
  if (centre.region !== state.region || (departmentCentre ?? centre.id) !== centre.id)
    return reject({ code: 'DepartmentNotAtCentre' });
  return state.content.handlingMode === null
    ? reject({ code: 'HandlingModeMissing' })
    : accept({ type: 'ItemEntered', centre: centre.id });
}
