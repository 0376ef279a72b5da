import { createFieldReader } from './field-reader.ts';
import { aliasesOf } from './item-aliases.ts';
import { identify, type Identity, type ReadableRecord } from './identify.ts';
import { mergeDepartments } from './merge-departments.ts';
import type { DepartmentRow } from './item-row.ts';
import { usesOlderTypes } from './national-codes.ts';
import type { SourceRecord } from './source-record.ts';
import { textOf } from './table-access.ts';
import { faultOf } from './usable.ts';

/** What only the whole file can tell, found in a first reading that keeps a line for each item. */
export interface Survey {
  readonly olderTypes: boolean;
  /** For each code the row that is taken: the newest. */
  readonly newest: ReadonlyMap<string, Candidate>;
  /** The region that the import is for: the one given, else that of most rows; null when none tells one. */
  readonly home: string | null;
  /** For each other code of an item the row that has it: the first. */
  readonly aliases: ReadonlyMap<string, number>;
  readonly departments: readonly DepartmentRow[];
  /** The code by which the department of a row is known, whether the row tells one or not. */
  readonly departmentCode: (identity: Identity) => string;
  readonly missingColumns: readonly string[];
  readonly rows: number;
  /** Rows that have an item, whether it can be taken or not. */
  readonly readable: number;
}

/** A row that has a code, and how new it is. */
export interface Candidate {
  readonly position: number;
  readonly version: number | null;
  readonly date: number;
}

export async function survey(
  records: AsyncIterable<SourceRecord>,
  fallbackRegion?: string,
): Promise<Survey> {
  const newest = new Map<string, Candidate>();
  const aliases = new Map<string, number>();
  const types = new Set<string>();
  const regions = new Map<string, number>();
  const departments = mergeDepartments(fallbackRegion);
  const missingColumns: string[] = [];
  let rows = 0;
  let readable = 0;
  for await (const record of records) {
    if (record.position > 0) rows += 1;
    else if (record.kind === 'BROKEN') missingColumns.push(record.reason.detail ?? '');
    if (record.kind === 'BROKEN') continue;
    const identity = identify(createFieldReader(), record);
    types.add(typeAsWritten(record));
    if (identity.code !== null || identity.name !== null) readable += 1;
    // A row that can't be taken stands for nothing: neither against an older one nor for a department.
    if (faultOf(identity, record, fallbackRegion) !== undefined) continue;
    contend(newest, identity, record.position);
    for (const alias of aliasesOf(record, identity.code))
      if (!aliases.has(alias)) aliases.set(alias, record.position);
    departments.add(identity);
    const { regionCode } = identity;
    if (regionCode !== null) regions.set(regionCode, (regions.get(regionCode) ?? 0) + 1);
  }
  return {
    olderTypes: usesOlderTypes(types),
    newest,
    home: fallbackRegion ?? mostOf(regions),
    aliases,
    departments: departments.all(),
    departmentCode: departments.codeOf,
    missingColumns,
    rows,
    readable,
  };
}

function mostOf(counts: ReadonlyMap<string, number>): string | null {
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first?.[0] ?? null;
}

/** A number has lost the zero that it may have been written with: it shows nothing of its table. */
function typeAsWritten(record: ReadableRecord): string {
  const fields = record.kind === 'NATIONAL' ? record.item : record.fields;
  const type = fields['task_type'];
  return typeof type === 'number' && type < 10 ? '' : textOf(type);
}

function contend(newest: Map<string, Candidate>, identity: Identity, position: number): void {
  const { code, version, date } = identity;
  if (code === null) return;
  const held = newest.get(code);
  if (held === undefined || isNewer({ version, date }, held))
    newest.set(code, { position, version, date });
}

type Age = Omit<Candidate, 'position'>;

/** By version where both have one, else by date; of two that are equal the first stays. */
export function isNewer(offered: Age, held: Age): boolean {
  if (offered.version !== null && held.version !== null && offered.version !== held.version)
    return offered.version > held.version;
  return offered.date > held.date;
}
