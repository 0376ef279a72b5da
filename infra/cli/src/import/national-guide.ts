import type { FieldReader } from './field-reader.ts';
import { inOrder, named } from './in-order.ts';
import type { ItemRowContent } from './item-row.ts';
import {
  RESULT_KINDS,
  SERVICE_OBJECTS,
  SPECIAL_PROCEDURES,
  own,
  unpadded,
} from './national-codes.ts';
import { limitOf } from './national-limits.ts';
import type { Fields } from './source-record.ts';

type Part<Name extends keyof ItemRowContent> = NonNullable<ItemRowContent[Name]>;

export function legalBasisOf(read: FieldReader, rows: readonly Fields[]): Part<'legalBasis'> {
  return named(
    read,
    'law_name',
    'name',
    'title',
  )(rows, (row, title) => ({
    title,
    number: read.text(row, 'law_number'),
    article: read.text(row, 'clause_number'),
    issuer: read.text(row, 'law_dept'),
    text: read.text(row, 'clause_content', 'law_content', 'content'),
  }));
}

export function resultsOf(
  read: FieldReader,
  rows: readonly Fields[],
  extend: Fields,
): Part<'results'> {
  const own = named(
    read,
    'result_name',
    'name',
  )(rows, (row, name) => ({
    name,
    kind: read.code(row, 'result_type', RESULT_KINDS),
  }));
  const name = read.text(extend, 'result_name');
  if (own.length > 0 || name === null) return own;
  return [{ name, kind: read.code(extend, 'result_type', RESULT_KINDS) }];
}

export function specialProceduresOf(
  read: FieldReader,
  rows: readonly Fields[],
): Part<'specialProcedures'> {
  return named(
    read,
    'special_name',
    'special_type',
  )(rows, (row, name) => {
    const kind = own(SPECIAL_PROCEDURES, unpadded(name));
    if (kind === undefined) read.note('CODE_UNKNOWN', `special_name=${name}`);
    return {
      kind: kind ?? 'OTHER',
      limit: limitOf(read, row, { day: 'special_date', type: 'special_date_type' }),
      body: read.text(row, 'special_dept'),
      basis: read.text(row, 'special_desc', 'by_law'),
    };
  });
}

export function windowsOf(read: FieldReader, rows: readonly Fields[]): Part<'windows'> {
  return named(
    read,
    'window_name',
    'lobby_name',
    'name',
  )(rows, (row, name) => ({
    name,
    phone: read.text(row, 'window_tel', 'lobby_tel', 'tel'),
    address: read.text(row, 'transact_addr', 'address', 'lobby_addr'),
    hours: read.text(row, 'transact_time', 'work_time', 'office_hour'),
    directions: read.text(row, 'traffic_info', 'traffic'),
  }));
}

export function questionsOf(read: FieldReader, rows: readonly Fields[]): Part<'questions'> {
  return inOrder(rows).flatMap((row) => {
    const [question, answer] = [read.text(row, 'question'), read.text(row, 'answer')];
    if (question !== null && answer !== null) return [{ question, answer }];
    read.note('ENTRY_UNNAMED', 'AUDIT_QA');
    return [];
  });
}

export function serviceObjectsOf(read: FieldReader, item: Fields): Part<'serviceObjects'> {
  const codes = (read.text(item, 'serve_type') ?? '')
    .split(/[^\d]+/u)
    .filter((code) => code !== '');
  const objects = codes.map((code) => {
    const known = own(SERVICE_OBJECTS, unpadded(code));
    if (known === undefined) read.note('CODE_UNKNOWN', `serve_type=${code}`);
    return known;
  });
  return [...new Set(objects.filter((object) => object !== undefined))];
}
