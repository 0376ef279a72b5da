import { createFieldReader, type FieldReader } from './field-reader.ts';
import { identify, type Identity, type ReadableRecord } from './identify.ts';
import { aliasesOf } from './item-aliases.ts';
import type { ItemRow } from './item-row.ts';
import { flagOf, itemType, UNKNOWN_TYPE } from './national-codes.ts';
import { nationalContent } from './national-item.ts';
import type { ParsedRow } from './parsed-row.ts';
import { reason, type Reason } from './reasons.ts';
import type { SourceRecord } from './source-record.ts';
import type { Survey } from './survey-file.ts';
import { faultOf } from './usable.ts';

/** Bytes of a row as JSON: a request, and the event that tells of the item, have an end. */
const LARGEST_ROW = 400_000;
const LONGEST_NAME = 300;

type Known = Pick<Survey, 'olderTypes' | 'newest' | 'aliases' | 'departmentCode'>;

/** One record as the graph takes it, or why it isn't taken; never an exception. */
export function normaliseRow(
  record: SourceRecord,
  survey: Known,
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
    readonly survey: Known;
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
    aliases: freeAliases(read, source, survey),
    departmentCode: survey.departmentCode(identity),
    sourceVersion: identity.version,
    content: {
      name: read.cut(identity.name ?? '', LONGEST_NAME, 'task_name'),
      ...(type ?? UNKNOWN_TYPE),
      ...(national ? nationalContent(read, record) : {}),
    },
  };
}

/** A code that another row of the file has, or had first, is no code of this item. */
function freeAliases(
  read: FieldReader,
  { record, identity }: { readonly record: ReadableRecord; readonly identity: Identity },
  { newest, aliases }: Pick<Survey, 'newest' | 'aliases'>,
): readonly string[] {
  return aliasesOf(record, identity.code).filter((alias) => {
    const holder = newest.get(alias) ?? aliases.get(alias) ?? record.position;
    if (holder !== record.position) read.note('ALIAS_TAKEN', `${alias} → ${holder.toString()}`);
    return holder === record.position;
  });
}

function refused(
  position: number,
  identity: Identity | undefined,
  reasons: readonly Reason[],
): ParsedRow {
  const { code, name } = identity ?? {};
  return { position, code: code ?? '', name: name ?? '', row: undefined, reasons };
}
