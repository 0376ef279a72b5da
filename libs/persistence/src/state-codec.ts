import { mongo } from 'mongoose';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** Money's text as libs/kernel writes it: what a Decimal128 gives back digit by digit. */
const YUAN = /^-?(?:0|[1-9]\d{0,14})\.\d{2}$/;

/**
 * A state as it is stored: instants as dates and the `yuan` of money as Decimal128, so that both can be
 * queried and sorted. Everything else stays; undefined fields are left out.
 */
export function encodeState(value: unknown): unknown {
  if (typeof value === 'string') return isInstant(value) ? new Date(value) : value;
  if (Array.isArray(value)) return value.map(encodeState);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const [only] = fields;
  if (fields.length === 1 && only?.[0] === 'yuan' && isYuan(only[1])) {
    return { yuan: mongo.Decimal128.fromString(only[1]) };
  }
  return Object.fromEntries(fields.map(([name, field]) => [name, encodeState(field)]));
}

/**
 * The state as it was before `encodeState`. What holds neither date nor money is handed on as it is, and not made
 * anew: so nobody changes what was decoded, and what was stored is not changed by it.
 */
export function decodeState(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof mongo.Decimal128) return value.toString();
  return Array.isArray(value) ? decodedList(value) : decodedFields(value as Fields);
}

type Fields = Readonly<Record<string, unknown>>;

function decodedList(list: readonly unknown[]): readonly unknown[] {
  let decoded: unknown[] | undefined;
  list.forEach((element, index) => {
    const other = decodeState(element);
    if (other === element) return;
    decoded ??= [...list];
    decoded[index] = other;
  });
  return decoded ?? list;
}

function decodedFields(fields: Fields): Fields {
  let decoded: Record<string, unknown> | undefined;
  for (const name of Object.keys(fields)) {
    const field = fields[name];
    const other = decodeState(field);
    if (other === field) continue;
    // Its own fields are there by now, so that even `__proto__` is a name like any other.
    decoded ??= { ...fields };
    decoded[name] = other;
  }
  return decoded ?? fields;
}

/** A value to compare the field at `path` with, encoded as the field is. */
export function encodeOperand(path: string, value: unknown): unknown {
  return path.endsWith('.yuan') && isYuan(value)
    ? mongo.Decimal128.fromString(value)
    : encodeState(value);
}

function isYuan(value: unknown): value is string {
  return typeof value === 'string' && YUAN.test(value);
}

function isInstant(text: string): boolean {
  if (!INSTANT.test(text)) return false;
  const date = new Date(text);
  // 30 February has the shape but rolls over: as a date it would come back as another text.
  return !Number.isNaN(date.getTime()) && date.toISOString() === text;
}
