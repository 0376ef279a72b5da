import { createFieldReader, type FieldReader } from './field-reader.ts';
import { identify, type Identity, type ReadableRecord } from './identify.ts';
import { aliasesOf } from './item-aliases.ts';
import type { ItemRow } from './item-row.ts';
import { flagOf, itemType } from './national-codes.ts';
import { nationalContent } from './national-item.ts';
import type { ParsedRow } from './parsed-row.ts';
import { reason, type Reason } from './reasons.ts';
import type { SourceRecord } from './source-record.ts';
import { isElsewhere } from './region-codes.ts';
import { isNewer, type Survey } from './survey-file.ts';
import { faultOf } from './usable.ts';

/** Bytes of a row as JSON: a request, and the event that tells of the item, have an end. */
const LARGEST_ROW = 400_000;
const LONGEST_NAME = 300;

type Known = Pick<Survey, 'olderTypes' | 'newest' | 'aliases' | 'departmentCode' | 'home'>;

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
  if (because !== undefined) return refused(record.position, identity, [because, ...read.notes()]);
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

/** Why another row of the same code is taken, as far as the two rows tell it. */
function olderThan(
  newest: Survey['newest'],
  { code, ...age }: Identity,
  { position }: ReadableRecord,
): Reason | undefined {
  const winner = newest.get(code ?? '');
  if (winner === undefined || winner.position === position) return undefined;
  const where = `→ ${winner.position.toString()}`;
  if (!isNewer(winner, age)) return reason('NEITHER_NEWER', where);
  const byVersion = winner.version !== null && age.version !== null && winner.version > age.version;
  return reason(byVersion || age.date > 0 ? 'DUPLICATE_CODE' : 'DATED_ROW_TAKEN', where);
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
  if (
    identity.regionCode !== null &&
    isElsewhere(identity.regionCode, survey.home ?? identity.regionCode)
  )
    read.note('REGION_ELSEWHERE', `${identity.regionCode}, ${survey.home ?? ''}`);
  const national = record.kind === 'NATIONAL';
  if (national && flagOf(record.item['canuse']) === false) read.note('NOT_IN_USE');
  return {
    code: identity.code ?? '',
    aliases: freeAliases(read, source, survey),
    departmentCode: survey.departmentCode(identity),
    sourceVersion: identity.version,
    content: {
      name: read.cut(identity.name ?? '', LONGEST_NAME, 'task_name'),
      // A type that nobody tells, or no table knows, leaves the item's own as it is.
      ...type,
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
    const holder = newest.get(alias)?.position ?? aliases.get(alias) ?? record.position;
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
