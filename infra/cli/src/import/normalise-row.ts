import { createFieldReader, type FieldReader } from './field-reader.ts';
import { identify, type Identity, type ReadableRecord } from './identify.ts';
import type { ItemRow } from './item-row.ts';
import { itemType, UNKNOWN_TYPE } from './national-codes.ts';
import { nationalContent } from './national-item.ts';
import type { ParsedRow } from './parsed-row.ts';
import { reason, type Reason } from './reasons.ts';
import type { SourceRecord } from './source-record.ts';
import { isHistory, type Survey } from './survey-file.ts';
import { textOf } from './table-access.ts';

/** Letters, digits and the signs that codes are put together with; a number of Excel (5.1E+30) is none. */
const CODE = /^(?!\d+(?:\.\d+)?E\+)[0-9A-Z][0-9A-Z_.()（）/-]{3,99}$/iu;

/** One record as the graph takes it, or why it isn't taken; never an exception. */
export function normaliseRow(
  record: SourceRecord,
  { olderTypes, newest }: Pick<Survey, 'olderTypes' | 'newest'>,
  fallbackRegion?: string,
): ParsedRow {
  if (record.kind === 'BROKEN') return refused(record.position, undefined, [record.reason]);
  const read = createFieldReader();
  const identity = identify(read, record);
  const because = refusalOf(identity, record, { newest, fallbackRegion });
  if (because !== undefined) return refused(record.position, identity, [because]);
  const row = itemRow(read, { record, identity, olderTypes });
  return {
    position: record.position,
    code: row.code,
    name: row.content.name,
    row,
    reasons: [...record.notes, ...read.notes()],
  };
}

function refusalOf(
  identity: Identity,
  record: ReadableRecord,
  file: { readonly newest: Survey['newest']; readonly fallbackRegion: string | undefined },
): Reason | undefined {
  const { code, name, departmentName, departmentCode, regionCode } = identity;
  if (code === null && name === null) return reason('NO_ITEM');
  if (code === null) return reason('CODE_MISSING');
  if (!CODE.test(code)) return reason('CODE_INVALID', code);
  if (name === null) return reason('NAME_MISSING');
  if (departmentCode === null && departmentName === null) return reason('DEPARTMENT_MISSING');
  if (regionCode === null && file.fallbackRegion === undefined) return reason('REGION_MISSING');
  if (isHistory(record)) return reason('HISTORICAL');
  const winner = file.newest.get(code);
  return winner === undefined || winner === record.position
    ? undefined
    : reason('DUPLICATE_CODE', `→ ${winner.toString()}`);
}

function itemRow(
  read: FieldReader,
  source: {
    readonly record: ReadableRecord;
    readonly identity: Identity;
    readonly olderTypes: boolean;
  },
): ItemRow {
  const { record, identity, olderTypes } = source;
  const type = itemType(identity.typeCode, olderTypes);
  if (type === undefined) read.note('TYPE_UNKNOWN', identity.typeCode);
  if (identity.departmentCode === null) read.note('DEPARTMENT_CODE_MISSING');
  const national = record.kind === 'NATIONAL';
  if (national && textOf(record.item['canuse']) === '0') read.note('NOT_IN_USE');
  return {
    code: identity.code ?? '',
    aliases: national ? aliasesOf(read, record.item, identity.code) : [],
    departmentCode: identity.departmentCode ?? identity.departmentName ?? '',
    sourceVersion: identity.version,
    content: {
      name: (identity.name ?? '').slice(0, 300),
      ...(type ?? UNKNOWN_TYPE),
      ...(national ? nationalContent(read, record) : {}),
    },
  };
}

/** Other codes of the same matter: that of its handling item and the local one. */
function aliasesOf(
  read: FieldReader,
  item: Readonly<Record<string, unknown>>,
  code: string | null,
): readonly string[] {
  const codes = ['task_handle_item', 'local_task_code'].map((name) => read.text(item, name));
  return [...new Set(codes.filter((other) => other !== null && other !== code))].filter(
    (other): other is string => other !== null && CODE.test(other),
  );
}

function refused(
  position: number,
  identity: Identity | undefined,
  reasons: readonly Reason[],
): ParsedRow {
  const { code, name } = identity ?? {};
  return { position, code: code ?? '', name: name ?? '', row: undefined, reasons };
}
