import type { FieldReader } from './field-reader.ts';
import type { ItemRowContent } from './item-row.ts';
import { flagOf } from './national-codes.ts';
import type { Fields } from './source-record.ts';

type Joint = Pick<ItemRowContent, 'leadDepartmentName' | 'coHandlingDepartmentNames'>;

/** Who else handles an item. It is joint only when somebody other than its own department is named. */
export function jointOf(
  read: FieldReader,
  { item, extend, others }: { item: Fields; extend: Fields; others: readonly Fields[] },
): Joint & { readonly joint: boolean } {
  const department = read.text(item, 'dept_name');
  const lead = read.text(extend, 'lead_dept') ?? read.text(item, 'lead_dept');
  const match = read.text(extend, 'match_dept') ?? read.text(item, 'match_dept') ?? '';
  const listed = others.map((row) => read.text(row, 'dept_name', 'other_dept_name', 'name'));
  const names = [...split(match), ...listed.filter((name) => name !== null)];
  const coHandling = [...new Set(names.map((name) => read.cut(name, 500, 'match_dept')))].filter(
    (name) => name !== department && name !== lead,
  );
  const flag = flagOf(extend['is_joint_org']) ?? flagOf(item['is_joint_org']);
  const joint = flag === true && (coHandling.length > 0 || (lead !== null && lead !== department));
  return { leadDepartmentName: lead, coHandlingDepartmentNames: coHandling, joint };
}

/** "1. 甲局  2. 乙局", "甲局、乙局;丙局". */
function split(names: string): readonly string[] {
  return names
    .split(/(?:^|\s)\d+\s*[.、．]\s*|[;；,，、\n]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
