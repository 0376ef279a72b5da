import { cleanText } from './clean-text.ts';
import { own, unpadded } from './national-codes.ts';
import { reason, type Reason, type ReasonCode } from './reasons.ts';
import type { Fields } from './source-record.ts';
import { textOf } from './table-access.ts';

/** What a platform writes where it has nothing to say. */
const SILENCE = /^(?:无|暂无|没有|null|none|undefined|[/\\\-—－_.。、*]+)$/iu;
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
      if (clean.length > LONGEST) note('TEXT_CUT', name);
      if (clean !== '' && !SILENCE.test(clean)) return clean.slice(0, LONGEST);
    }
    return null;
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

  /** A whole number that is not negative; 0 for none. */
  function count(fields: Fields, name: string): number {
    const value = Number(textOf(fields[name]));
    return Number.isInteger(value) && value > 0 && value < 10_000 ? value : 0;
  }

  return { text, code, count, note, notes: () => [...notes.values()] };
}

export type FieldReader = ReturnType<typeof createFieldReader>;
