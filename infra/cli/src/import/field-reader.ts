import { cleanText } from './clean-text.ts';
import { own, unpadded } from './national-codes.ts';
import { reason, type Reason, type ReasonCode } from './reasons.ts';
import type { Fields } from './source-record.ts';
import { textOf } from './table-access.ts';

/** What a platform writes where it has nothing to say. */
const SILENCE = /^(?:无|暂无|没有|null|none|undefined|[/\\\-—－_.。、*]+)$/iu;
const LONGEST_NAME = 500;
const MOST_COPIES = 1000;
/** No text of a guide is longer: a row of the graph has an end. */
const LONGEST = 20_000;

/**
 * Reads the fields of one row and collects, once each, what had to be changed in it. Nothing is
 * taken over but what is asked for by name: officials' names (`operateusername` …) never are.
 */
export function createFieldReader() {
  const notes = new Map<string, Reason>();
  const note = (code: ReasonCode, detail?: string) => {
    const found = reason(code, detail);
    notes.set(`${code}:${code === 'TEXT_CLEANED' ? '' : (found.detail ?? '')}`, found);
  };

  function text(fields: Fields, ...names: readonly string[]): string | null {
    for (const name of names) {
      const raw = textOf(fields[name]);
      if (raw === '') continue;
      const { text: clean, cleaned } = cleanText(raw);
      if (cleaned) note('TEXT_CLEANED', name);
      if (clean !== '' && !SILENCE.test(clean)) return cut(clean, LONGEST, name);
    }
    return null;
  }

  /** The beginning of a text, never half a character. */
  function cut(long: string, length: number, field: string): string {
    if (long.length <= length) return long;
    note('TEXT_CUT', field);
    return long.slice(0, length).replace(/\p{Cs}$/u, '');
  }

  /** A name of something, as short as the graph wants names. */
  function name(fields: Fields, ...names: readonly string[]): string | null {
    const long = text(fields, ...names);
    return long === null ? null : cut(long, LONGEST_NAME, names[0] ?? '');
  }

  /** A code by its table; one that no table knows is reported and taken as not told. */
  function code(
    fields: Fields,
    name: string,
    table: Readonly<Record<string, string>>,
  ): string | null {
    const raw = text(fields, name);
    if (raw === null) return null;
    const known = own(table, unpadded(raw));
    if (known === undefined) note('CODE_UNKNOWN', `${name}=${raw}`);
    return known ?? null;
  }

  /** A whole number of copies (`3`, `"3"`, `3份`); 0 for none, and for what can't be one, which is reported. */
  function count(fields: Fields, field: string): number {
    const raw = textOf(fields[field]);
    if (raw === '' || SILENCE.test(raw)) return 0;
    const value = Number(raw.replace(/\s*[份张页套本件]$/u, ''));
    if (Number.isInteger(value) && value >= 0 && value <= MOST_COPIES) return value;
    note('CODE_UNKNOWN', `${field}=${raw}`);
    return 0;
  }

  return { text, name, cut, code, count, note, notes: () => [...notes.values()] };
}

export type FieldReader = ReturnType<typeof createFieldReader>;
