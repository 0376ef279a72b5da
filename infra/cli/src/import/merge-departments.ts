import type { Identity } from './identify.ts';
import type { DepartmentRow } from './item-row.ts';

/**
 * The departments of a file: one name in one region is one department however many codes it has
 * (人社局 has one for each of its counters), and so is one code, whatever name stands beside it.
 */
export function mergeDepartments() {
  const byName = new Map<string, { name: string; regionCode: string; codes: string[] }>();
  const byCode = new Map<string, string>();

  return {
    add(identity: Identity, fallbackRegion?: string): void {
      const { departmentName, departmentCode } = identity;
      const regionCode = identity.regionCode ?? fallbackRegion;
      const name = departmentName ?? departmentCode;
      const code = departmentCode ?? departmentName;
      if (name === null || code === null || regionCode === undefined) return;
      if (byCode.has(code)) return;
      const key = `${regionCode}\n${name}`;
      byCode.set(code, key);
      const known = byName.get(key);
      if (known === undefined) byName.set(key, { name, regionCode, codes: [code] });
      else known.codes.push(code);
    },
    all: (): readonly DepartmentRow[] => [...byName.values()],
  };
}
