import { cutJson, type JsonPiece } from './cut-json.ts';
import { encodingFault } from './encoding-fault.ts';
import { parseJson } from './parse-json.ts';
import { reason, type Reason } from './reasons.ts';
import type { Fields, SourceRecord } from './source-record.ts';
import { asObject, rowsOf, textOf } from './table-access.ts';

type Unnumbered = SourceRecord extends infer R
  ? R extends unknown
    ? Omit<R, 'position'>
    : never
  : never;

/** The items of a file in the national format: both envelopes, bare items, one or many, one a line. */
export async function* readNational(chunks: AsyncIterable<string>): AsyncGenerator<SourceRecord> {
  let position = 0;
  for await (const piece of cutJson(chunks))
    for (const record of recordsOf(piece)) {
      position += 1;
      yield { ...record, position };
    }
}

function recordsOf(piece: JsonPiece): readonly Unnumbered[] {
  const fault = encodingFault(piece.text);
  if (fault !== undefined) return [broken(reason('ENCODING_INVALID', fault))];
  if (piece.kind === 'BROKEN') return [broken(brokenReason(piece.text))];
  const json = parseJson(piece.text);
  if (json === undefined) return [broken(brokenReason(piece.text))];
  const notes = json.mended ? [reason('TEXT_CLEANED', 'JSON')] : [];
  const container = asObject(json.value);
  if (container === undefined) return piece.elements > 0 ? [] : [broken(reason('NO_ITEM'))];
  const error = errorPage(container);
  if (error !== undefined) return [broken(error)];
  const items = itemsOf(container, notes);
  if (items.length > 0) return items;
  return piece.kind === 'DOCUMENT' && piece.elements > 0 ? [] : [broken(reason('NO_ITEM'))];
}

function itemsOf(outer: Fields, notes: readonly Reason[]): readonly Unnumbered[] {
  const container = contentOf(outer);
  const listed = rowsOf(container, 'list');
  if (listed.length > 0) return listed.flatMap((element) => itemsOf(element, notes));
  const found = rowsOf(container, 'AUDIT_ITEM');
  const items = found.length > 0 ? found : bareItem(container);
  return items.map((item) => ({
    kind: 'NATIONAL',
    item,
    tables: tablesOf(container, item, items.length > 1),
    notes,
  }));
}

function contentOf(outer: Fields): Fields {
  for (const name of ['custom', 'data', 'result', 'row']) {
    const inner = asObject(outer[name]);
    if (inner !== undefined) return contentOf(inner);
  }
  return outer;
}

/** An item without a table around it is known by its own fields. */
function bareItem(container: Fields): readonly Fields[] {
  return 'task_code' in container || 'task_name' in container ? [container] : [];
}

/** The rows of each table that belong to this item: all, unless several items share the tables. */
function tablesOf(
  container: Fields,
  item: Fields,
  shared: boolean,
): Readonly<Record<string, readonly Fields[]>> {
  const nested = Object.entries(item).filter(
    ([, value]) => typeof value === 'object' && value !== null,
  );
  // A table that is null is not told, which is not the same as empty.
  const names = Object.keys(container).filter(
    (name) => name !== 'audit_item' && container[name] != null,
  );
  const keys = new Set(
    [item['rowguid'], item['task_code']].map(textOf).filter((key) => key !== ''),
  );
  const belongs = (row: Fields) =>
    !shared || [row['task_guid'], row['task_code']].some((key) => keys.has(textOf(key)));
  return Object.fromEntries([
    ...nested.map(
      ([name, value]) => [name.toUpperCase(), rowsOf({ [name]: value }, name)] as const,
    ),
    ...names.map((name) => [name.toUpperCase(), rowsOf(container, name).filter(belongs)] as const),
  ]);
}

function errorPage(container: Fields): Reason | undefined {
  const status = asObject(container['status']);
  // Some gateways answer with a bare code and message instead of the envelope.
  const bare = 'msg' in container || 'message' in container ? container : undefined;
  const code = textOf((status ?? bare)?.['code']);
  return code === '' || /^(?:0+|200)$/u.test(code)
    ? undefined
    : reason('ERROR_PAGE', `STATUS.CODE ${code}`);
}

function brokenReason(text: string): Reason {
  return /^\s*<|<html|<body/iu.test(text)
    ? reason('ERROR_PAGE', 'HTML')
    : reason('BROKEN_ROW', withoutOfficials(text).replace(/\s+/gu, ' ').trim().slice(0, 40));
}

/** What can't be read is quoted; officials' names never are. */
function withoutOfficials(text: string): string {
  return text.replace(/"\w*(?:user|operat)\w*"\s*:\s*(?:"[^"]*"?|[^,}]*)/giu, '…');
}

function broken(because: Reason): Unnumbered {
  return { kind: 'BROKEN', reason: because };
}
