import type { Identity } from './identify.ts';
import type { DepartmentRow } from './item-row.ts';

const LONGEST_NAME = 200;
const LONGEST_CODE = 100;

/**
 * The departments of a file: one name in one region is one department however many codes it has
 * (人社局 has one for each of its counters), and so is one code, whatever name stands beside it.
 */
export function mergeDepartments(fallbackRegion?: string) {
  const byName = new Map<string, { name: string; regionCode: string; codes: string[] }>();
  const byCode = new Map<string, string>();

  const regionOf = ({ regionCode }: Identity) => regionCode ?? fallbackRegion;
  /** A region's code comes in 6 or, filled up with zeros, in 12 digits. */
  const keyOf = (identity: Identity, name: string) =>
    `${regionOf(identity)?.replace(/^(\d{6})0{6}$/u, '$1') ?? ''}\n${name}`;
  /** The name stands for a code only together with the region: every county has its 公安局. */
  const ownCode = (identity: Identity) =>
    (
      identity.departmentCode ?? `${regionOf(identity) ?? ''}/${identity.departmentName ?? ''}`
    ).slice(0, LONGEST_CODE);

  return {
    add(identity: Identity): void {
      const regionCode = regionOf(identity);
      const name = (identity.departmentName ?? identity.departmentCode)?.slice(0, LONGEST_NAME);
      if (name === undefined || regionCode === undefined) return;
      const key = keyOf(identity, name);
      const known = byName.get(key);
      const code = ownCode(identity);
      if (byCode.has(code) || (identity.departmentCode === null && known !== undefined)) return;
      byCode.set(code, key);
      if (known === undefined) byName.set(key, { name, regionCode, codes: [code] });
      else known.codes.push(code);
    },
    codeOf: (identity: Identity): string => {
      if (identity.departmentCode !== null) return ownCode(identity);
      const name = (identity.departmentName ?? '').slice(0, LONGEST_NAME);
      return byName.get(keyOf(identity, name))?.codes[0] ?? ownCode(identity);
    },
    all: (): readonly DepartmentRow[] => [...byName.values()],
  };
}
