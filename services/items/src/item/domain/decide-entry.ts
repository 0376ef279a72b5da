import { accept, reject } from '@onewindow/kernel';
import type { EnterItem, KnownItem } from './item.ts';

/**
 * An item enters the centre of its own region where its department is (002:15, 002:98), and with a
 * stated way of handling (002:164). A department that has entered no centre yet follows its item.
 * Its department lets it enter, or who manages that centre.
 */
export function decideEntry(
  { centre, departmentCentre, editor }: EnterItem,
  { department, region, content }: Pick<KnownItem, 'department' | 'region' | 'content'>,
) {
  if (centre === null) return reject({ code: 'CentreUnknown' });
  if (editor.department !== department && editor.centre !== centre.id)
    return reject({ code: 'NotAuthorized', because: 'NotOfDepartmentOrCentre' });
  if (centre.region !== region || (departmentCentre ?? centre.id) !== centre.id)
    return reject({ code: 'DepartmentNotAtCentre' });
  return content.handlingMode === null
    ? reject({ code: 'HandlingModeMissing' })
    : accept({ type: 'ItemEntered', centre: centre.id } as const);
}
