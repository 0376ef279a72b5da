import { createFieldReader, type FieldReader } from './field-reader.ts';
import { identify, type Identity, type ReadableRecord } from './identify.ts';
import type { ItemRow } from './item-row.ts';
import { flagOf, itemType, UNKNOWN_TYPE } from './national-codes.ts';
import { nationalContent } from './national-item.ts';
import type { ParsedRow } from './parsed-row.ts';
import { reason, type Reason } from './reasons.ts';
import type { SourceRecord } from './source-record.ts';
import type { Survey } from './survey-file.ts';
import { CODE, faultOf } from './usable.ts';

/** Bytes of a row as JSON: a request, and the event that tells of the item, have an end. */
const LARGEST_ROW = 400_000;
const LONGEST_NAME = 300;

/** One record as the graph takes it, or why it isn't taken; never an exception. */
export function normaliseRow(
  record: SourceRecord,
  survey: Pick<Survey, 'olderTypes' | 'newest' | 'departmentCode'>,
  fallbackRegion?: string,
): ParsedRow {
  if (record.kind === 'BROKEN') return refused(record.position, undefined, [record.reason]);
  const read = createFieldReader();
  const identity = identify(read, record);
  const because =
    faultOf(identity, record, fallbackRegion) ?? olderThan(survey.newest, identity, record);
  if (because !== undefined) return refused(record.position, identity, [because]);
  const row = itemRow(read, { record, identity, survey });
  const bytes = Buffer.byteLength(JSON.stringify(row));
  if (bytes > LARGEST_ROW)
    return refused(record.position, identity, [reason('ROW_TOO_LARGE', bytes.toString())]);
  return {
    position: record.position,
    code: row.code,
    name: row.content.name,
    row,
    reasons: [...record.notes, ...read.notes()],
  };
}

function olderThan(
  newest: Survey['newest'],
  { code }: Identity,
  { position }: ReadableRecord,
): Reason | undefined {
  const winner = newest.get(code ?? '');
  return winner === undefined || winner === position
    ? undefined
    : reason('DUPLICATE_CODE', `→ ${winner.toString()}`);
}

function itemRow(
  read: FieldReader,
  source: {
    readonly record: ReadableRecord;
    readonly identity: Identity;
    readonly survey: Pick<Survey, 'olderTypes' | 'departmentCode'>;
  },
): ItemRow {
  const { record, identity, survey } = source;
  const type = itemType(identity.typeCode, survey.olderTypes);
  if (type === undefined) read.note('TYPE_UNKNOWN', identity.typeCode);
  if (identity.departmentCode === null) read.note('DEPARTMENT_CODE_MISSING');
  const national = record.kind === 'NATIONAL';
  if (national && flagOf(record.item['canuse']) === false) read.note('NOT_IN_USE');
  return {
    code: identity.code ?? '',
    aliases: national ? aliasesOf(read, record.item, identity.code) : [],
    departmentCode: survey.departmentCode(identity),
    sourceVersion: identity.version,
    content: {
      name: read.cut(identity.name ?? '', LONGEST_NAME, 'task_name'),
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
